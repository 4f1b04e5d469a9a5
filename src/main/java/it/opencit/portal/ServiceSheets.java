// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OnlineLevel;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.Shell;
import it.opencit.portal.pages.Shell.Link;
import it.opencit.portal.pages.SiteContent.Fact;
import it.opencit.portal.pages.SiteService;
import it.opencit.portal.pages.SiteService.Block;
import it.opencit.portal.pages.SiteService.Price;
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
        List<Block> before = before(offering, sheet, text);
        List<Block> after = after(offering, sheet, text);
        List<Link> attachments = attachments(offering, sheet);
        return new SiteService(
                shell(offering, visit, headings(text, before, after, attachments), !body.isEmpty(), preview),
                offering.code(),
                Cards.foreign(Language.ITALIAN, visit),
                offering.summary(),
                facts(offering, text),
                before,
                sheet.costs(),
                offering.included(),
                prices(offering, text),
                calculator.of(offering, visit, body, asked),
                after,
                attachments,
                "/area/servizi/catalogo/" + offering.id(),
                report(visit),
                desk.takesQuestions() ? visit.to(QuestionController.NEW) : null);
    }

    private Shell shell(Offering offering, Visit visit, List<Link> headings, boolean computed, @Nullable Link preview) {
        Centre centre = centres.current();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", offering.title());
        data.put("description", offering.summary());
        data.put("serviceType", offering.area().label());
        data.put("inLanguage", Language.ITALIAN.tag());
        data.put("provider", Map.of("@type", "GovernmentOrganization", "name", centre.name()));
        data.put("serviceOperator", Map.of("@type", "GovernmentOrganization", "name", centre.leadBody()));
        data.put(
                "audience",
                Map.of(
                        "@type",
                        "Audience",
                        "audienceType",
                        offering.eligibility().inItalian()));
        Shells.Draft shell = shells.of(visit, offering.title())
                .description(offering.summary())
                .below(visit.text().get("menu.services"), PublicServices.ADDRESS)
                .index(headings)
                .data("GovernmentService", data);
        if (preview != null) {
            shell.below(preview.label(), preview.address()).unrated();
        }
        return (computed || preview != null ? shell.hidden() : shell).build();
    }

    private static List<Link> headings(SiteText text, List<Block> before, List<Block> after, List<Link> attachments) {
        List<Link> headings = new ArrayList<>();
        before.forEach(block -> headings.add(new Link(block.title(), "#" + block.id())));
        headings.add(new Link(text.get("service.costs"), "#costi"));
        headings.add(new Link(text.get("calculator.title"), "#calcolo"));
        after.forEach(block -> headings.add(new Link(block.title(), "#" + block.id())));
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

    private static List<Block> before(Offering offering, ServiceSheet sheet, SiteText text) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, text, "contesto", "service.context", sheet.context());
        add(blocks, text, "oggetto", "service.subject", sheet.subject());
        add(blocks, text, "destinatari", "service.recipients", sheet.recipients());
        add(blocks, text, "adempimenti", "service.duties", sheet.duties());
        return blocks;
    }

    private List<Block> after(Offering offering, ServiceSheet sheet, SiteText text) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, text, "condizioni", "service.conditions", sheet.conditions());
        SupplierId partner = offering.partner();
        String name = partner == null
                ? ""
                : catalogue.supplier(partner).map(Supplier::name).orElse("");
        add(
                blocks,
                text,
                "partner",
                "service.technology",
                name.isEmpty() ? sheet.technology() : (name + "\n\n" + sheet.technology()).strip());
        List<Fact> online = new ArrayList<>();
        level(online, text, "service.online.now", sheet.onlineNow());
        level(online, text, "service.online.planned", sheet.onlinePlanned());
        if (!online.isEmpty() || !sheet.onlineNote().isEmpty()) {
            blocks.add(new Block("informatizzazione", text.get("service.online"), sheet.onlineNote(), online));
        }
        add(blocks, text, "tempi", "service.activation-time", sheet.activationTime());
        add(blocks, text, "responsabile", "service.person-in-charge", sheet.personInCharge());
        add(blocks, text, "personale", "service.staff", sheet.staff());
        add(blocks, text, "orari", "service.hours", sheet.hours());
        return blocks;
    }

    private static void add(List<Block> blocks, SiteText text, String id, String key, String said) {
        if (!said.isEmpty()) {
            blocks.add(new Block(id, text.get(key), said, List.of()));
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
