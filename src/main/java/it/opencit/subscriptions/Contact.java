// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** The person of a body to turn to for a service; each text is "" when it is not known. */
public record Contact(String name, String email, String phone) {

    public static final Contact NONE = new Contact("", "", "");

    /** Name and how to reach it, in one line. */
    String inOneLine() {
        return String.join(
                ", ",
                java.util.stream.Stream.of(name, email, phone)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
