// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whole addresses of pages, for mails and for who finds a page elsewhere: a job does not know from which address a centre is looked at. */
@Component
public class Links {

    private final Centres centres;
    private final String pattern;

    /** @param pattern of addresses, with {@code {}} in the place of the host name */
    Links(Centres centres, @Value("${opencit.links}") String pattern) {
        this.centres = centres;
        this.pattern = pattern;
    }

    /** The address of a page of the current centre. */
    public String to(String path) {
        return pattern.replace("{}", centres.current().host()) + path;
    }
}
