// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whole addresses of pages, for mails: a job does not know from which address a centre is looked at. */
@Component
class Links {

    private final Centres centres;
    private final String pattern;

    /** @param pattern of addresses, with {@code {}} in the place of the host name */
    Links(Centres centres, @Value("${opencit.links}") String pattern) {
        this.centres = centres;
        this.pattern = pattern;
    }

    /** The address of a page of the current centre. */
    String to(String path) {
        Centre centre = centres.current();
        String host = centres.hosts(centre).stream().findFirst().orElse("localhost");
        return pattern.replace("{}", host) + path;
    }
}
