// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.documents.Documents;
import it.opencit.documents.StoredFile;
import it.opencit.organizations.OrganizationKind;
import it.opencit.portal.pages.SiteServices;
import it.opencit.portal.pages.SiteServices.Sieve;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.forms.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue as visitors read it: the list, each sheet with its cost for a body, what is attached. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class ServiceController {

    private static final String ONE = PublicServices.ADDRESS + "/{code}";
    private static final int LONGEST = 200;

    private final Templates templates;
    private final Shells shells;
    private final PublicServices services;
    private final ServiceSheets sheets;
    private final Catalogue catalogue;
    private final Documents documents;

    ServiceController(
            Templates templates,
            Shells shells,
            PublicServices services,
            ServiceSheets sheets,
            Catalogue catalogue,
            Documents documents) {
        this.templates = templates;
        this.shells = shells;
        this.services = services;
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.documents = documents;
    }

    @GetMapping(PublicServices.ADDRESS)
    SitePage list(
            Visit visit,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "livello", defaultValue = "") String level,
            @RequestParam(name = "classe", defaultValue = "") String paid,
            @RequestParam(name = "destinatari", defaultValue = "") String recipients) {
        SiteText text = visit.text();
        String words = typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST));
        OfferingArea inArea = choice(OfferingArea.class, area);
        OfferingLevel atLevel = choice(OfferingLevel.class, level);
        OfferingClass ofClass = choice(OfferingClass.class, paid);
        OrganizationKind forKind = choice(OrganizationKind.class, recipients);
        List<Offering> all = services.all();
        List<Offering> found = (words.isEmpty() ? all : services.search(words))
                .stream()
                        .filter(one -> inArea == null || one.area() == inArea)
                        .filter(one -> atLevel == null || one.level() == atLevel)
                        .filter(one -> ofClass == null || one.offeringClass() == ofClass)
                        .filter(one -> forKind == null || isFor(one, forKind))
                        .toList();
        boolean narrowed = !words.isEmpty() || inArea != null || atLevel != null || ofClass != null || forKind != null;
        Shells.Draft shell = shells.of(visit, text.get("menu.services")).description(text.get("services.lead"));
        if (narrowed) {
            shell.hidden();
        }
        return new SitePage(templates.portalServices(new SiteServices(
                shell.build(),
                words,
                List.of(
                        sieve(text, "area", "service.area", EnumSet.allOf(OfferingArea.class), inArea),
                        sieve(text, "livello", "service.level", EnumSet.allOf(OfferingLevel.class), atLevel),
                        sieve(text, "classe", "service.class", EnumSet.allOf(OfferingClass.class), ofClass),
                        new Sieve(
                                "destinatari",
                                text.get("service.recipients"),
                                options(text, "body", kinds(all)),
                                forKind == null ? "" : forKind.name())),
                narrowed,
                services.cards(found, visit, ""),
                text.get("services.count", found.size()))));
    }

    @GetMapping(ONE)
    SitePage show(
            Visit visit,
            @PathVariable String code,
            @RequestParam(name = "ente", defaultValue = "") String body,
            @RequestParam Map<String, String> asked) {
        return new SitePage(templates.portalService(sheets.of(services.get(code), visit, body, asked)));
    }

    @GetMapping(ONE + "/allegati/{attachment:\\d{1,18}}")
    ResponseEntity<InputStreamResource> download(@PathVariable String code, @PathVariable long attachment) {
        StoredFile file = catalogue.sheet(services.get(code).id()).attachments().stream()
                .filter(each -> each.id() == attachment)
                .findFirst()
                .flatMap(each -> documents.find(each.file()))
                .orElseThrow(() -> new NotFound("Attachment " + attachment + " of " + code));
        return documents.download(file);
    }

    private static boolean isFor(Offering offering, OrganizationKind kind) {
        return offering.eligibility().kinds().isEmpty()
                || offering.eligibility().kinds().contains(kind);
    }

    /** Those for which some service is meant; all of them when a service is for whoever asks. */
    private static Set<OrganizationKind> kinds(List<Offering> offerings) {
        EnumSet<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
        Arrays.stream(OrganizationKind.values())
                .filter(kind -> offerings.stream().anyMatch(one -> isFor(one, kind)))
                .forEach(kinds::add);
        return kinds;
    }

    private static <E extends Enum<E>> Sieve sieve(
            SiteText text, String name, String key, Set<E> values, @Nullable E chosen) {
        return new Sieve(name, text.get(key), options(text, key, values), chosen == null ? "" : chosen.name());
    }

    private static <E extends Enum<E>> List<Option> options(SiteText text, String key, Set<E> values) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", text.get("sieve.all")));
        values.forEach(value -> options.add(new Option(value.name(), text.get(key + "." + value.name()))));
        return options;
    }

    /** {@code null} for an answer that is none: an address somebody mistyped shows everything. */
    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
