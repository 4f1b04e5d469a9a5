// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A tariff's validity, act and VAT as a reader is told them. */
final class Words {

    private Words() {}

    /** Such as "dal 01/01/2015 al 31/12/2020". */
    static String validity(Tariff tariff) {
        String from = "dal " + Italian.date(tariff.validFrom());
        return tariff.validTo() == null ? from : from + " al " + Italian.date(tariff.validTo());
    }

    static String day(LocalDate day) {
        return Italian.date(day);
    }

    /** "nessun atto" for a draft. */
    static String act(@Nullable Act act) {
        return act == null ? "nessun atto" : act.inItalian();
    }

    static String vat(@Nullable Vat vat) {
        if (vat == null) {
            return "non indicata: l'importo è quello della tariffa";
        }
        return (vat.rate() == null ? "esente" : vat.rate().inItalian()) + " (" + vat.reference() + ")";
    }

    static String when(ReferenceDate date) {
        return switch (date) {
            case ReferenceDate.On(var day) -> "al " + Italian.date(day);
            case ReferenceDate.Moving.PREVIOUS_YEAR_END -> "al 31 dicembre dell'anno precedente";
            case ReferenceDate.Moving.PENULTIMATE_YEAR_END -> "al 31 dicembre di due anni prima";
            case ReferenceDate.Moving.LATEST -> "il più recente";
        };
    }
}
