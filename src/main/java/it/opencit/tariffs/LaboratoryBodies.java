// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.FigureBook;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The bodies of the centre on which the laboratory works, with their figures. */
@Component
class LaboratoryBodies {

    static final String ALL = "tutti";
    static final String MEMBERS = "aderenti";
    static final String SELECTED = "scelti";

    private final Organizations organizations;
    private final @Nullable MemberSource members;

    LaboratoryBodies(Organizations organizations, ObjectProvider<MemberSource> members) {
        this.organizations = organizations;
        this.members = members.getIfAvailable();
    }

    /** What the reader may choose. */
    List<Option> choices() {
        List<Option> choices = new ArrayList<>();
        choices.add(new Option(ALL, "Tutti gli enti del centro"));
        if (members != null) {
            choices.add(new Option(MEMBERS, "Gli aderenti: con una convenzione in vigore nell'anno"));
        }
        for (OrganizationKind kind : OrganizationKind.values()) {
            choices.add(new Option(kind.name(), "Solo: " + kind.label()));
        }
        choices.add(new Option(SELECTED, "Solo gli enti scritti qui sotto"));
        return choices;
    }

    /** The bodies that a form asks for; what is wrong is said in the form. */
    List<TriedBody> chosen(FormInput form, int year) {
        Set<OrganizationId> joined = members == null ? Set.of() : members.membersIn(year);
        List<Organization> chosen = chosen(form, organizations.all(), joined);
        if (chosen.isEmpty() && form.error(SELECTED).isEmpty()) {
            form.reject("enti", Messages.text("laboratory.bodies.none"));
        }
        FigureBook figures = organizations.figures();
        return chosen.stream()
                .map(body -> tried(body, figures, members == null || joined.contains(body.id())))
                .toList();
    }

    private List<Organization> chosen(FormInput form, List<Organization> all, Set<OrganizationId> joined) {
        String wanted = form.textOrEmpty("enti");
        if (wanted.equals(SELECTED)) {
            return written(form, all);
        }
        if (wanted.equals(MEMBERS) && members != null) {
            return all.stream().filter(body -> joined.contains(body.id())).toList();
        }
        if (wanted.isEmpty() || wanted.equals(ALL)) {
            return all;
        }
        return Arrays.stream(OrganizationKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .map(kind -> all.stream().filter(body -> body.kind() == kind).toList())
                .orElseGet(() -> {
                    form.reject("enti", Messages.text("laboratory.bodies.unknown", wanted));
                    return List.of();
                });
    }

    /** Bodies written one by one, by name or by any of their codes. */
    private static List<Organization> written(FormInput form, List<Organization> all) {
        Set<Organization> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String word : form.typed(SELECTED).split("[,;\\r\\n]+")) {
            String asked = word.strip();
            if (!asked.isEmpty()) {
                List<Organization> named =
                        all.stream().filter(body -> isCalled(body, asked)).toList();
                found.addAll(named);
                if (named.isEmpty()) {
                    unknown.add(asked);
                }
            }
        }
        if (!unknown.isEmpty()) {
            form.reject(SELECTED, Messages.text("laboratory.bodies.not-found", String.join(", ", unknown)));
        } else if (found.isEmpty()) {
            form.reject(SELECTED, Messages.text("laboratory.bodies.write"));
        }
        return List.copyOf(found);
    }

    private static boolean isCalled(Organization body, String asked) {
        OrganizationDetails details = body.details();
        return Stream.of(
                        body.name(),
                        body.fullName(),
                        text(details.istatCode()),
                        text(details.cadastralCode()),
                        text(details.ipaCode()),
                        text(details.taxCode()))
                .anyMatch(name -> name.toLowerCase(Locale.ITALY).equals(asked.toLowerCase(Locale.ITALY)));
    }

    private static String text(@Nullable Object code) {
        return Objects.toString(code, "");
    }

    private static TriedBody tried(Organization body, FigureBook book, boolean member) {
        CodiceCatastale cadastral = body.details().cadastralCode();
        return new TriedBody(
                body.id().value(),
                cadastral == null ? null : cadastral.value(),
                Subject.of(body, member, book.of(body.id())));
    }
}
