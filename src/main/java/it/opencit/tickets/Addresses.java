// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

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

    static String inArea(TicketNumber number) {
        return AREA + "/" + number;
    }
}
