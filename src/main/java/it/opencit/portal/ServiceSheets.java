// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OnlineLevel;
import it.opencit.catalogue.ServiceContact;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.catalogue.SheetBlock;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteContent.Fact;
import it.opencit.portal.pages.SiteService;
import it.opencit.portal.pages.SiteService.Block;
import it.opencit.portal.pages.SiteService.Contact;
import it.opencit.portal.pages.SiteService.Price;
import it.opencit.portal.pages.SiteService.Said;
import it.opencit.portal.pages.SiteText;
import it.opencit.subscriptions.ServiceCosts;
import it.opencit.subscriptions.ServicePrice;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.TariffOutlines;
import it.opencit.tariffs.Tariffs;
import it.opencit.tickets.CitizenDesk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the sheet of a service into the words of its public page. */
@Component
class ServiceSheets {

    private final Shells shells;
    private final Catalogue catalogue;
    private final ServiceCosts costs;
    private final ServiceCalculator calculator;
    private final Tariffs tariffs;
    private final TariffOutlines outlines;
    private final Documents documents;
    private final CitizenDesk desk;
    private final Centres centres;

    ServiceSheets(
            Shells shells,
            Catalogue catalogue,
            ServiceCosts costs,
            ServiceCalculator calculator,
            Tariffs tariffs,
            TariffOutlines outlines,
            Documents documents,
            CitizenDesk desk,
            Centres centres) {
        this.shells = shells;
        this.catalogue = catalogue;
        this.costs = costs;
        this.calculator = calculator;
        this.tariffs = tariffs;
        this.outlines = outlines;
        this.documents = documents;
        this.desk = desk;
        this.centres = centres;
    }

    /**
     * The sheet.
     *
     * @param body to compute the cost for, as typed in the address; "" for none
     * @param asked every parameter of the address
     */
    SiteService of(Offering offering, Visit visit, String body, Map<String, String> asked) {
        return page(offering, catalogue.sheet(offering.id()), visit, body, asked, null);
    }

    /**
     * A sheet as the public is going to read it; search engines leave it out.
     *
     * @param above the preview itself
     */
    SiteService preview(Offering offering, ServiceSheet sheet, Visit visit, Link above) {
        return page(offering, sheet, visit, "", Map.of(), above);
    }

    private SiteService page(
            Offering offering,
            ServiceSheet sheet,
            Visit visit,
            String body,
            Map<String, String> asked,
            @Nullable Link preview) {
        SiteText text = visit.text();
        List<Block> before = before(sheet, visit);
        List<Block> after = after(offering, sheet, visit);
        List<Link> attachments = attachments(offering, sheet);
        Contact contact = contact(offering, sheet, visit);
        Said title = said(sheet, SheetBlock.TITLE, offering.title(), visit);
        Said summary = said(sheet, SheetBlock.SUMMARY, offering.summary(), visit);
        Shells.Draft shell = shells.of(visit, title.text())
                .titleIn(title.language())
                .description(summary.text())
                .below(text.get("menu.services"), PublicServices.ADDRESS)
                .index(headings(text, before, after, contact, attachments))
                .data(
                        "GovernmentService",
                        data(
                                offering,
                                sheet,
                                title,
                                summary,
                                sheet.isTranslated() ? visit.language() : Language.ITALIAN));
        if (!sheet.isTranslated()) {
            shell.inItalianOnly();
        }
        if (preview != null) {
            shell.below(preview.label(), preview.address()).unrated();
        }
        if (preview != null || !body.isEmpty()) {
            shell.hidden();
        }
        List<Price> prices = prices(offering, text);
        return new SiteService(
                shell.build(),
                offering.code(),
                Cards.foreign(Language.ITALIAN, visit),
                note(sheet, visit),
                summary,
                facts(offering, text),
                before,
                said(sheet, SheetBlock.COSTS, sheet.costs(), visit),
                said(sheet, SheetBlock.INCLUDED, offering.included(), visit),
                prices,
                calculator.of(offering, visit, body, asked),
                after,
                contact,
                attachments,
                "/area/servizi/catalogo/" + offering.id(),
                report(visit),
                desk.takesQuestions() ? visit.to(QuestionController.NEW) : null);
    }

    /** What the centre wrote in the language of the page where there is a translation, else in Italian. */
    private static Said said(ServiceSheet sheet, SheetBlock block, String italian, Visit visit) {
        String english = visit.language() == Language.ENGLISH ? sheet.inEnglish(block) : "";
        return english.isEmpty() ? new Said(italian, Cards.foreign(Language.ITALIAN, visit)) : new Said(english, null);
    }

    /** Tariffs and attachments are Italian whatever is translated. */
    private static String note(ServiceSheet sheet, Visit visit) {
        return visit.language() == Language.ITALIAN
                ? ""
                : visit.text().get(sheet.isTranslated() ? "service.partly-italian" : "service.italian-only");
    }

    private Map<String, Object> data(
            Offering offering, ServiceSheet sheet, Said title, Said summary, Language language) {
        Centre centre = centres.current();
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("@type", "GovernmentOrganization");
        provider.put("name", centre.name());
        ServiceContact contact = sheet.contact();
        if (!contact.isNone()) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("@type", "ContactPoint");
            point.put("name", contact.name());
            put(point, "contactType", contact.role());
            put(point, "telephone", dial(contact.phone()));
            put(point, "email", contact.email().isEmpty() ? contact.pec() : contact.email());
            provider.put("contactPoint", point);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", title.text());
        data.put("description", summary.text());
        data.put("serviceType", offering.area().label());
        data.put("inLanguage", language.tag());
        data.put("provider", provider);
        data.put("serviceOperator", Map.of("@type", "GovernmentOrganization", "name", centre.leadBody()));
        data.put(
                "audience",
                Map.of(
                        "@type",
                        "Audience",
                        "audienceType",
                        offering.eligibility().inItalian()));
        return data;
    }

    private static void put(Map<String, Object> data, String name, String said) {
        if (!said.isEmpty()) {
            data.put(name, said);
        }
    }

    /** {@code +39030123456} of {@code +39 030 123456}. */
    private static String dial(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }

    private static List<Link> headings(
            SiteText text, List<Block> before, List<Block> after, @Nullable Contact contact, List<Link> attachments) {
        List<Link> headings = new ArrayList<>();
        before.forEach(block -> headings.add(new Link(block.title(), "#" + block.id())));
        headings.add(new Link(text.get("service.costs"), "#costi"));
        headings.add(new Link(text.get("calculator.title"), "#calcolo"));
        after.forEach(block -> headings.add(new Link(block.title(), "#" + block.id())));
        if (contact != null) {
            headings.add(new Link(text.get("service.contact"), "#referente"));
        }
        if (!attachments.isEmpty()) {
            headings.add(new Link(text.get("content.attachments"), "#allegati"));
        }
        headings.add(new Link(text.get("service.reports"), "#segnalazioni"));
        headings.add(new Link(text.get("question.heading"), "#domande"));
        return headings;
    }

    private static List<Fact> facts(Offering offering, SiteText text) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                text.get("service.class"),
                text.get("service.class." + offering.offeringClass().name())));
        facts.add(new Fact(
                text.get("service.level"),
                text.get("service.level." + offering.level().name())));
        facts.add(new Fact(
                text.get("service.area"),
                text.get("service.area." + offering.area().name())));
        facts.add(new Fact(
                text.get("service.fee"),
                text.get("service.fee." + offering.fee().name())));
        if (offering.fee() == FeeKind.YEARLY) {
            facts.add(new Fact(
                    text.get("service.continuation"),
                    text.get("service.continuation." + offering.continuation().name())));
        }
        facts.add(new Fact(text.get("service.who"), ServiceCards.recipients(offering.eligibility(), text)));
        return facts;
    }

    private static List<Block> before(ServiceSheet sheet, Visit visit) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, visit, "contesto", "service.context", said(sheet, SheetBlock.CONTEXT, sheet.context(), visit));
        add(blocks, visit, "oggetto", "service.subject", said(sheet, SheetBlock.SUBJECT, sheet.subject(), visit));
        add(
                blocks,
                visit,
                "destinatari",
                "service.recipients",
                said(sheet, SheetBlock.RECIPIENTS, sheet.recipients(), visit));
        add(blocks, visit, "adempimenti", "service.duties", said(sheet, SheetBlock.DUTIES, sheet.duties(), visit));
        return blocks;
    }

    private List<Block> after(Offering offering, ServiceSheet sheet, Visit visit) {
        SiteText text = visit.text();
        List<Block> blocks = new ArrayList<>();
        add(
                blocks,
                visit,
                "condizioni",
                "service.conditions",
                said(sheet, SheetBlock.CONDITIONS, sheet.conditions(), visit));
        Said technology = said(sheet, SheetBlock.TECHNOLOGY, sheet.technology(), visit);
        String partner = partner(offering);
        add(
                blocks,
                visit,
                "partner",
                "service.technology",
                partner.isEmpty()
                        ? technology
                        : new Said((partner + "\n\n" + technology.text()).strip(), technology.language()));
        List<Fact> online = new ArrayList<>();
        level(online, text, "service.online.now", sheet.onlineNow());
        level(online, text, "service.online.planned", sheet.onlinePlanned());
        Said note = said(sheet, SheetBlock.ONLINE_NOTE, sheet.onlineNote(), visit);
        if (!online.isEmpty() || !note.isEmpty()) {
            blocks.add(new Block("informatizzazione", text.get("service.online"), note, online));
        }
        add(
                blocks,
                visit,
                "tempi",
                "service.activation-time",
                said(sheet, SheetBlock.ACTIVATION_TIME, sheet.activationTime(), visit));
        add(
                blocks,
                visit,
                "responsabile",
                "service.person-in-charge",
                said(sheet, SheetBlock.PERSON_IN_CHARGE, sheet.personInCharge(), visit));
        add(blocks, visit, "personale", "service.staff", said(sheet, SheetBlock.STAFF, sheet.staff(), visit));
        add(blocks, visit, "orari", "service.hours", said(sheet, SheetBlock.HOURS, sheet.hours(), visit));
        return blocks;
    }

    /** Name of the technology partner; "" when the centre does it itself. */
    private String partner(Offering offering) {
        SupplierId partner = offering.partner();
        return partner == null
                ? ""
                : catalogue.supplier(partner).map(Supplier::name).orElse("");
    }

    private @Nullable Contact contact(Offering offering, ServiceSheet sheet, Visit visit) {
        ServiceContact contact = sheet.contact();
        if (contact.isNone()) {
            return null;
        }
        String partner = contact.ofPartner() ? partner(offering) : "";
        return new Contact(
                contact.name(),
                said(sheet, SheetBlock.CONTACT_ROLE, contact.role(), visit),
                contact.ofPartner() && partner.isEmpty()
                        ? new Said(visit.text().get("service.contact.partner"), null)
                        : new Said(
                                partner.isEmpty() ? centres.current().name() : partner,
                                Cards.foreign(Language.ITALIAN, visit)),
                contact.phone(),
                dial(contact.phone()),
                contact.email(),
                contact.pec());
    }

    private static void add(List<Block> blocks, Visit visit, String id, String key, Said said) {
        if (!said.isEmpty()) {
            blocks.add(new Block(id, visit.text().get(key), said, List.of()));
        }
    }

    private static void level(List<Fact> facts, SiteText text, String key, @Nullable OnlineLevel level) {
        if (level != null) {
            facts.add(new Fact(text.get(key), level.number() + " - " + text.get("service.online." + level.name())));
        }
    }

    private List<Price> prices(Offering offering, SiteText text) {
        List<ServicePrice> prices = costs.prices(offering);
        if (prices.isEmpty()) {
            return List.of();
        }
        FigureKinds kinds = tariffs.figureKinds();
        return prices.stream()
                .map(price -> {
                    Tariff tariff = price.tariff();
                    return new Price(
                            ServiceCalculator.title(price, text),
                            tariff == null ? "" : tariff.title(),
                            tariff == null ? "" : ServiceCalculator.act(tariff),
                            tariff == null ? null : outlines.of(tariff, kinds));
                })
                .toList();
    }

    private List<Link> attachments(Offering offering, ServiceSheet sheet) {
        if (sheet.attachments().isEmpty()) {
            return List.of();
        }
        Map<FileId, StoredFile> files =
                documents
                        .find(sheet.attachments().stream()
                                .map(ServiceSheet.Attachment::file)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        List<Link> links = new ArrayList<>();
        for (ServiceSheet.Attachment one : sheet.attachments()) {
            StoredFile file = files.get(one.file());
            if (file != null) {
                links.add(new Link(
                        one.title() + " (" + file.name() + ", " + Math.max(1, file.size() / 1024) + " kB)",
                        PublicServices.address(offering) + "/allegati/" + one.id()));
            }
        }
        return links;
    }

    private Link report(Visit visit) {
        boolean open = desk.settings().filter(CitizenDesk.Settings::open).isPresent();
        return open
                ? new Link(visit.text().get("service.reports.citizens"), "/assistenza/segnala")
                : new Link(visit.text().get("service.reports.contacts"), visit.to("/assistenza"));
    }
}
