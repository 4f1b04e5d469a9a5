// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** Where the pages of tickets are. */
final class Addresses {

    static final String BOARD = "/gestione/assistenza";
    static final String TICKETS = BOARD + "/ticket";
    static final String SETTINGS = BOARD + "/impostazioni";
    static final String INCOMING = BOARD + "/posta";
    static final String MAILBOX = INCOMING + "/casella";
    static final String AREA = "/area/assistenza";

    static final String SUPPLIER = "/fornitore";
    static final String LINK = "/lavoro";

    private Addresses() {}

    static String of(TicketNumber number) {
        return TICKETS + "/" + number;
    }

    /** Leads elsewhere a reader who came to a page that has gone on with another (303, See Other). */
    static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    static String inArea(TicketNumber number) {
        return AREA + "/" + number;
    }
}
