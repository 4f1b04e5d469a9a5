// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The campaigns with how many bodies have answered each. */
final class CampaignList {

    private CampaignList() {}

    static Listing listing() {
        return Listing.named("campagne")
                .from("campaigns.campaign c")
                .key("c.id")
                .column(Column.text("titolo", "Titolo", "c.title").linkedTo(Addresses.CAMPAIGNS + "/{key}"))
                .column(Column.text("tipo", "Tipo", labels("c.kind", CampaignKind.values(), CampaignKind::label)))
                .column(Column.text("anno", "Per l'anno", "c.year::text"))
                .column(Column.date("apertura", "Apertura", "c.opens_on"))
                .column(Column.date("scadenza", "Scadenza", "c.closes_on"))
                .column(Column.text("stato", "Stato", labels("c.stage", CampaignStage.values(), CampaignStage::label)))
                .column(Column.integer("schede", "Schede", sheets("true")))
                .column(Column.integer("inviate", "Inviate", sheets("s.stage = 'ANSWERED'")))
                .filter(Filter.search("Titolo", "opencit.plain(c.title) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(CampaignStage.values())
                                .map(stage -> new Option(stage.name(), stage.label()))
                                .toList(),
                        "c.stage = :value"))
                .sortedDescendingBy("apertura")
                .whenEmpty(
                        "Nessuna campagna. Con una campagna ogni ente conferma, lascia o chiede i servizi dell'anno dopo.",
                        "Prepara una campagna",
                        Addresses.CAMPAIGNS + "/nuova");
    }

    private static String sheets(String condition) {
        return "(select count(*) from campaigns.sheet s where s.centre_id = c.centre_id and s.campaign_id = c.id and "
                + condition + ")";
    }

    private static <E extends Enum<E>> String labels(String column, E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> "when '" + value.name() + "' then '"
                        + label.apply(value).replace("'", "''") + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }
}
