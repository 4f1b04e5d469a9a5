// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ContractDetails;
import it.opencit.catalogue.ContractId;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.ServiceContact;
import it.opencit.catalogue.SheetBlock;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierDetails;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.centres.Centre;
import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The catalogue of the kit and, at Brescia, invented contracts placed around the day of the demonstration, so that every
 * alert of the board shows something.
 */
@Component
@Order(550)
class DemonstrationCatalogue implements DemonstrationPart {

    private static final String INVENTED = "Contratto dimostrativo: CIG, importo, atto e date sono inventati.";

    private final Catalogue catalogue;
    private final Suppliers suppliers;
    private final Clock clock;

    DemonstrationCatalogue(Catalogue catalogue, Suppliers suppliers, Clock clock) {
        this.catalogue = catalogue;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        catalogue.adopt(centre.code());
        if (centre.code().equals("brescia")) {
            inventContracts(LocalDate.now(clock));
            translate();
        }
    }

    /** Two sheets are read in English too, one only in part; for PagoPA the bodies ask the partner's people, invented here. */
    private void translate() {
        write(
                "pagopa",
                new ServiceContact(
                        "Sportello PagoPA (dimostrativo)",
                        "Assistenza agli enti per i pagamenti",
                        "030 000000",
                        "sportello.pagopa@partner.example",
                        "partner@pec.example",
                        true),
                Map.of(
                        SheetBlock.TITLE,
                        "PagoPA payments",
                        SheetBlock.SUMMARY,
                        "Citizens and businesses pay the municipality online or at any payment provider.",
                        SheetBlock.SUBJECT,
                        "The centre connects the body to pagoPA, the national system of payments to public bodies, and helps it"
                                + " to publish its payment notices and to reconcile what is collected.",
                        SheetBlock.CONTACT_ROLE,
                        "Support to the bodies on payments"));
        write(
                "pec",
                ServiceContact.NONE,
                Map.of(
                        SheetBlock.TITLE,
                        "Certified e-mail (PEC)",
                        SheetBlock.SUMMARY,
                        "Mailboxes whose messages have the legal value of registered post."));
    }

    private void write(String code, ServiceContact contact, Map<SheetBlock, String> english) {
        catalogue
                .byCode(code)
                .ifPresent(
                        one -> catalogue.changeSheet(catalogue.sheet(one.id()).with(contact, english)));
    }

    private void inventContracts(LocalDate today) {
        SupplierId maggioli = supplier("Maggioli");
        SupplierId infocamere = supplier("InfoCamere");
        SupplierId certificates = supplier("Fornitore dimostrativo di PEC e firma");
        SupplierId network = supplier("Fornitore dimostrativo di reti");
        contract(
                1,
                infocamere,
                "Accesso alle banche dati Telemaco",
                today.minusDays(12),
                0,
                "18000.00",
                null,
                "telemaco",
                "telemaco-elenchi");
        contract(2, network, "Manutenzione dei punti di accesso Wi-Fi", today.plusDays(5), 0, "12600.00", null, "wifi");
        contract(3, maggioli, "Intermediazione tecnologica PagoPA", today.plusDays(24), 0, "36000.00", null, "pagopa");
        contract(
                4,
                certificates,
                "Caselle PEC e kit di firma digitale",
                today.plusDays(94),
                90,
                "27500.00",
                null,
                "pec",
                "firma-digitale");
        contract(
                5,
                maggioli,
                "Portali istituzionali: hosting e manutenzione",
                today.plusDays(142),
                120,
                "84000.00",
                null,
                "portale",
                "portale-enti",
                "hosting-drupal");
        ContractId old = contract(
                6, network, "Posta elettronica degli enti", today.minusDays(200), 60, "21000.00", null, "posta");
        contract(
                7, network, "Posta elettronica degli enti, rinnovo", today.plusDays(895), 60, "22400.00", old, "posta");
    }

    private SupplierId supplier(String name) {
        return suppliers.named(name).map(Supplier::id).orElseGet(() -> suppliers.add(SupplierDetails.named(name)));
    }

    /** Three years that end on a day. */
    private ContractId contract(
            int number,
            SupplierId supplier,
            String object,
            LocalDate end,
            int noticeDays,
            String amount,
            @Nullable ContractId renews,
            String... services) {
        Set<OfferingId> offerings = Arrays.stream(services)
                .map(code -> catalogue.byCode(code).orElseThrow())
                .map(Offering::id)
                .collect(Collectors.toSet());
        return suppliers.addContract(new ContractDetails(
                supplier,
                object,
                offerings,
                new Period(end.minusYears(3).plusDays(1), end),
                noticeDays,
                new Cig("DEMO%06d".formatted(number)),
                Euro.of(amount),
                "Determina dimostrativa n. " + (100 + number),
                INVENTED,
                null,
                renews));
    }
}
