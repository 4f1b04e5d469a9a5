// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.pages.ContractPage;
import it.opencit.catalogue.pages.OfferingPage.ContractLine;
import it.opencit.catalogue.pages.OfferingPage.Fact;
import it.opencit.catalogue.pages.SupplierPage;
import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.PartitaIva;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts suppliers and contracts into the words of their pages. */
@Component
class ContractPages {

    private final Catalogue catalogue;
    private final Suppliers suppliers;
    private final Clock clock;

    ContractPages(Catalogue catalogue, Suppliers suppliers, Clock clock) {
        this.catalogue = catalogue;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    SupplierPage of(Supplier supplier, SignedIn person) {
        SupplierDetails details = supplier.details();
        PartitaIva number = details.partitaIva();
        LocalDate today = LocalDate.now(clock);
        List<Fact> facts = new ArrayList<>();
        fact(facts, "Partita IVA", number == null ? "" : number.value());
        fact(facts, "Contatto", details.contact());
        fact(facts, "E-mail", details.email());
        fact(facts, "PEC", details.pec());
        fact(facts, "Telefono", details.phone());
        fact(facts, "Sito", details.website());
        fact(facts, "Note", details.notes());
        return new SupplierPage(
                Addresses.of(supplier.id()),
                supplier.name(),
                facts,
                catalogue.offerings().stream()
                        .filter(offering -> supplier.id().equals(offering.partner()))
                        .map(offering -> new Fact("Servizio", offering.title(), Addresses.of(offering.id())))
                        .toList(),
                suppliers.contracts().stream()
                        .filter(contract -> contract.details().supplier().equals(supplier.id()))
                        .map(contract -> line(contract, Map.of(supplier.id(), supplier), today))
                        .toList(),
                Addresses.CONTRACTS + "/nuovo?fornitore=" + supplier.id(),
                Writers.include(person));
    }

    ContractPage of(Contract contract, SignedIn person) {
        ContractDetails details = contract.details();
        ContractStage stage = ContractStage.of(contract, LocalDate.now(clock));
        return new ContractPage(
                Addresses.of(contract.id()),
                details.object(),
                stage.label(),
                stage.tone(),
                facts(contract),
                catalogue.offerings().stream()
                        .filter(offering -> details.offerings().contains(offering.id()))
                        .map(offering -> new Fact("Servizio", offering.title(), Addresses.of(offering.id())))
                        .toList(),
                details.notes(),
                contract.renewed() ? "" : Addresses.CONTRACTS + "/nuovo?rinnova=" + contract.id(),
                Writers.include(person));
    }

    private List<Fact> facts(Contract contract) {
        ContractDetails details = contract.details();
        Cig cig = details.cig();
        Euro amount = details.amount();
        LocalDate closed = details.closedOn();
        ContractId renews = details.renews();
        List<Fact> facts = new ArrayList<>();
        Supplier supplier = suppliers.get(details.supplier());
        facts.add(new Fact("Fornitore", supplier.name(), Addresses.of(supplier.id())));
        fact(facts, "Periodo", period(details));
        fact(
                facts,
                "Preavviso",
                details.noticeDays() == 0
                        ? ""
                        : details.noticeDays() + " giorni: disdetta entro il " + Italian.date(details.noticeBy()));
        fact(facts, "CIG", cig == null ? "" : cig.value());
        fact(facts, "Importo, IVA esclusa", amount == null ? "" : amount.inItalian());
        fact(facts, "Atto di affidamento", details.act());
        fact(facts, "Chiuso il", Italian.date(closed));
        if (renews != null) {
            facts.add(new Fact("Rinnova", suppliers.contract(renews).details().object(), Addresses.of(renews)));
        }
        suppliers.contracts().stream()
                .filter(other -> contract.id().equals(other.details().renews()))
                .forEach(other ->
                        facts.add(new Fact("Rinnovato da", other.details().object(), Addresses.of(other.id()))));
        return facts;
    }

    static ContractLine line(Contract contract, Map<SupplierId, Supplier> names, LocalDate today) {
        ContractDetails details = contract.details();
        Supplier supplier = names.get(details.supplier());
        return new ContractLine(
                Addresses.of(contract.id()),
                details.object(),
                supplier == null ? "" : supplier.name(),
                period(details),
                ContractStage.of(contract, today).label());
    }

    private static String period(ContractDetails details) {
        return "dal " + Italian.date(details.period().from()) + " al " + Italian.date(details.endsOn());
    }

    private static void fact(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value, null));
        }
    }
}
