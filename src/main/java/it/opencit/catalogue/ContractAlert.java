// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.HomePanel.Urgency;

/** What the board tells of contracts. Those closed or renewed say nothing; without days of notice there is no notice. */
enum ContractAlert {
    EXPIRED_30("scaduti-30", "Contratti scaduti negli ultimi 30 giorni", Urgency.NOW, Alerted.END, -30, -1),
    EXPIRING_7("scadenza-7", "Contratti in scadenza nei prossimi 7 giorni", Urgency.NOW, Alerted.END, 0, 7),
    EXPIRING_30("scadenza-30", "Contratti in scadenza nei prossimi 30 giorni", Urgency.SOON, Alerted.END, 0, 30),
    NOTICE_7("preavviso-7", "Contratti in preavviso nei prossimi 7 giorni", Urgency.NOW, Alerted.NOTICE, 0, 7),
    NOTICE_30("preavviso-30", "Contratti in preavviso nei prossimi 30 giorni", Urgency.SOON, Alerted.NOTICE, 0, 30);

    /** The day that an alert looks at. */
    private enum Alerted {
        END("c.ends_on"),
        /** The last day on which notice can be given. */
        NOTICE("case when c.notice_days > 0 then c.ends_on - c.notice_days end");

        private final String sql;

        Alerted(String sql) {
            this.sql = sql;
        }
    }

    private final String key;
    private final String label;
    private final Urgency urgency;
    private final Alerted day;
    private final int first;
    private final int last;

    ContractAlert(String key, String label, Urgency urgency, Alerted day, int first, int last) {
        this.key = key;
        this.label = label;
        this.urgency = urgency;
        this.day = day;
        this.first = first;
        this.last = last;
    }

    /** As addresses write it. */
    String key() {
        return key;
    }

    /** As the board writes it. */
    String label() {
        return label;
    }

    Urgency urgency() {
        return urgency;
    }

    /** The condition on a contract {@code c}; takes the parameter {@code today}. */
    String sql() {
        return "(" + ContractStore.OPEN + " and " + day.sql + " between cast(:today as date) + (" + first
                + ") and cast(:today as date) + (" + last + "))";
    }
}
