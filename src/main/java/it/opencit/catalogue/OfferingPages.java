// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.pages.OfferingPage;
import it.opencit.catalogue.pages.OfferingPage.AttachmentLine;
import it.opencit.catalogue.pages.OfferingPage.Block;
import it.opencit.catalogue.pages.OfferingPage.Fact;
import it.opencit.catalogue.pages.OfferingPage.Price;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a service into the words of its page. */
@Component
class OfferingPages {

    private final Catalogue catalogue;
    private final SheetVersions sheets;
    private final Suppliers suppliers;
    private final Documents documents;
    private final PriceTable prices;
    private final Clock clock;

    OfferingPages(
            Catalogue catalogue,
            SheetVersions sheets,
            Suppliers suppliers,
            Documents documents,
            PriceTable prices,
            Clock clock) {
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.suppliers = suppliers;
        this.documents = documents;
        this.prices = prices;
        this.clock = clock;
    }

    OfferingPage of(OfferingId id, SignedIn person) {
        Offering offering = catalogue.get(id);
        ServiceSheet sheet = catalogue.sheet(id);
        SheetStanding standing = sheets.standing(id);
        List<RequestFormStore.Written> versions = catalogue.formVersions(id);
        RequestForm form = versions.getFirst().form();
        LocalDate today = LocalDate.now(clock);
        List<PriceRule> now = offering.prices().stream()
                .filter(rule -> rule.validity().contains(today))
                .toList();
        List<Price> table = prices.of(
                Stream.concat(now.stream(), offering.prices().stream().filter(rule -> !now.contains(rule)))
                        .toList(),
                today);
        return new OfferingPage(
                Addresses.of(id),
                offering.title(),
                offering.summary(),
                offering.offered().contains(today),
                facts(offering),
                offering.included(),
                table.subList(0, now.size()),
                table.subList(now.size(), table.size()),
                standing.isDraft() ? SheetViews.standing(standing) : "",
                blocks(sheet),
                sheetFacts(sheet),
                attachments(sheet),
                form.fields().stream().map(OfferingPages::line).toList(),
                "Versione " + form.version(),
                Addresses.of(id) + "/modulo/" + form.version(),
                versions.stream()
                        .skip(1)
                        .map(written -> new Fact(
                                "Versione " + written.form().version(),
                                "scritta il " + Italian.moment(written.at()) + " da " + written.by(),
                                Addresses.of(id) + "/modulo/" + written.form().version()))
                        .toList(),
                contracts(id),
                Writers.include(person),
                Writers.ofSheetsInclude(person));
    }

    private List<Fact> facts(Offering offering) {
        SupplierId partner = offering.partner();
        LocalDate end = offering.offered().to();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Codice", offering.code(), null));
        facts.add(new Fact("Classe", offering.offeringClass().label(), null));
        facts.add(new Fact("Livello", offering.level().label(), null));
        facts.add(new Fact("Area", offering.area().label(), null));
        facts.add(new Fact("Canone", offering.fee().label(), null));
        if (offering.fee() == FeeKind.YEARLY) {
            facts.add(new Fact("Prosecuzione", offering.continuation().label(), null));
        }
        facts.add(new Fact("Chi può chiederlo", offering.eligibility().inItalian(), null));
        facts.add(new Fact(
                "Si può chiedere",
                "dal " + Italian.date(offering.offered().from()) + (end == null ? "" : " al " + Italian.date(end)),
                null));
        facts.add(new Fact("Dotazione nelle Unioni", offering.sharing().label(), null));
        if (partner != null) {
            facts.add(new Fact(
                    "Partner tecnologico",
                    catalogue.supplier(partner).map(Supplier::name).orElse(""),
                    Addresses.of(partner)));
        }
        return facts;
    }

    private static List<Block> blocks(ServiceSheet sheet) {
        List<Block> blocks = new ArrayList<>();
        block(blocks, "Contesto di riferimento", sheet.context());
        block(blocks, "Oggetto del servizio", sheet.subject());
        block(blocks, "Destinatari", sheet.recipients());
        block(blocks, "Obblighi e adempimenti", sheet.duties());
        block(blocks, "Costi", sheet.costs());
        block(blocks, "Condizioni particolari", sheet.conditions());
        block(blocks, "Partner tecnologici", sheet.technology());
        return blocks;
    }

    private static void block(List<Block> blocks, String title, String text) {
        if (!text.isEmpty()) {
            blocks.add(new Block(title, text));
        }
    }

    private static List<Fact> sheetFacts(ServiceSheet sheet) {
        List<Fact> facts = new ArrayList<>();
        OnlineLevel now = sheet.onlineNow();
        OnlineLevel planned = sheet.onlinePlanned();
        fact(facts, "Livello di informatizzazione", now == null ? "" : now.label());
        fact(facts, "Livello previsto", planned == null ? "" : planned.label());
        fact(facts, "Sull'informatizzazione", sheet.onlineNote());
        fact(facts, "Tempo di attivazione", sheet.activationTime());
        fact(facts, "Responsabile di procedimento", sheet.personInCharge());
        fact(facts, "Personale addetto", sheet.staff());
        fact(facts, "Orari", sheet.hours());
        ServiceContact contact = sheet.contact();
        fact(
                facts,
                contact.ofPartner() ? "Referente, del partner tecnologico" : "Referente",
                Stream.of(contact.name(), contact.role(), contact.phone(), contact.email(), contact.pec())
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(", ")));
        fact(facts, "Nome in inglese", sheet.inEnglish(SheetBlock.TITLE));
        return facts;
    }

    private static void fact(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value, null));
        }
    }

    private List<AttachmentLine> attachments(ServiceSheet sheet) {
        if (sheet.attachments().isEmpty()) {
            return List.of();
        }
        Map<FileId, StoredFile> files =
                documents
                        .find(sheet.attachments().stream()
                                .map(ServiceSheet.Attachment::file)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StoredFile::id, file -> file));
        List<AttachmentLine> lines = new ArrayList<>();
        for (ServiceSheet.Attachment attachment : sheet.attachments()) {
            StoredFile file = files.get(attachment.file());
            if (file != null) {
                String address = Addresses.of(sheet.offering()) + "/allegati/" + attachment.id();
                lines.add(new AttachmentLine(
                        attachment.title(), file.name(), size(file.size()), address, address + "/rimozione"));
            }
        }
        return lines;
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " kB"
                : Italian.number(Math.round(bytes / 104857.6) / 10.0) + " MB";
    }

    private List<OfferingPage.ContractLine> contracts(OfferingId id) {
        LocalDate today = LocalDate.now(clock);
        Map<SupplierId, Supplier> names =
                suppliers.all().stream().collect(Collectors.toMap(Supplier::id, supplier -> supplier));
        return suppliers.contracts().stream()
                .filter(contract -> contract.details().offerings().contains(id))
                .map(contract -> ContractPages.line(contract, names, today))
                .toList();
    }

    static OfferingPage.FieldLine line(FormField field) {
        return new OfferingPage.FieldLine(
                field.label(),
                field.key(),
                field.type().label(),
                field.required(),
                String.join(", ", field.options()),
                field.help());
    }
}
