// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contracts with the suppliers, with the alerts of the board as a filter. */
@Component
class ContractList {

    private final Clock clock;
    private final Suppliers suppliers;

    ContractList(Clock clock, Suppliers suppliers) {
        this.clock = clock;
        this.suppliers = suppliers;
    }

    Listing listing() {
        return Listing.named("contratti-con-i-fornitori")
                .from("""
                        catalogue.contract c
                        join catalogue.supplier s on s.centre_id = c.centre_id and s.id = c.supplier_id""")
                .key("c.id")
                .column(Column.text("oggetto", "Oggetto", "c.object").linkedTo(Addresses.CONTRACTS + "/{key}"))
                .column(Column.hidden("fornitore_id", "c.supplier_id::text"))
                .column(Column.text("fornitore", "Fornitore", "s.name")
                        .linkedTo(Addresses.SUPPLIERS + "/{fornitore_id}"))
                .column(Column.date("dal", "Dal", "c.starts_on"))
                .column(Column.date("al", "Al", "c.ends_on"))
                .column(Column.date(
                        "preavviso",
                        "Disdetta entro",
                        "case when c.notice_days > 0 then c.ends_on - c.notice_days end"))
                .column(Column.text("cig", "CIG", "c.cig"))
                .column(Column.euro("importo", "Importo", "c.amount"))
                .column(Column.text("atto", "Atto", "c.act"))
                .column(Column.text("stato", "Stato", state()))
                .with("today", LocalDate.now(clock))
                .filter(
                        Filter.search(
                                "Oggetto, CIG o atto",
                                "opencit.plain(c.object || ' ' || s.name || ' ' || coalesce(c.cig, '') || ' ' || c.act) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice("avviso", "Avvisi", alerts(), alertSql()))
                .filter(Filter.choice(
                        "fornitore",
                        "Fornitore",
                        suppliers.all().stream()
                                .map(supplier -> new Option(supplier.id().toString(), supplier.name()))
                                .toList(),
                        "c.supplier_id = :value::bigint"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(ContractStage.values())
                                .map(stage -> new Option(stage.label(), stage.label()))
                                .toList(),
                        state() + " = :value"))
                .sortedBy("al")
                .whenEmpty(
                        "Nessun contratto. Registra quelli con i fornitori: la bacheca avvisa prima delle scadenze.",
                        "Registra un contratto",
                        Addresses.CONTRACTS + "/nuovo");
    }

    private static List<Option> alerts() {
        return Arrays.stream(ContractAlert.values())
                .map(alert -> new Option(alert.key(), alert.label().replace("Contratti ", "")))
                .toList();
    }

    private static String alertSql() {
        return Arrays.stream(ContractAlert.values())
                .map(alert -> "when '" + alert.key() + "' then " + alert.sql())
                .collect(Collectors.joining(" ", "case :value ", " else true end"));
    }

    /** As in {@link ContractStage#of}. */
    private static String state() {
        return "case when c.closed_on is not null then '" + ContractStage.CLOSED.label()
                + "' when not " + ContractStore.OPEN + " then '" + ContractStage.RENEWED.label()
                + "' when c.ends_on < cast(:today as date) then '" + ContractStage.EXPIRED.label()
                + "' when c.starts_on > cast(:today as date) then '" + ContractStage.COMING.label()
                + "' else '" + ContractStage.RUNNING.label() + "' end";
    }
}
