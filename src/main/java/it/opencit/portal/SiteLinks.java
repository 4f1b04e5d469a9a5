// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.portal.LinkPlace.Part;
import it.opencit.portal.LinkStore.Standing;
import it.opencit.portal.pages.Language;
import it.opencit.shared.texts.Markdown;
import it.opencit.shared.texts.TextLink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The links that stand in the texts of a site, those of drafts included. A few queries, whatever the number of texts. */
@Component
@Transactional(readOnly = true)
class SiteLinks {

    /** Sheets are plain text: an address is read there, and copied. */
    private static final Pattern WRITTEN_OUT = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?')\\]]");

    private final LinkStore store;
    private final Catalogue catalogue;
    private final PublicServices services;
    private final Arrangements arrangements;
    private final Centres centres;

    SiteLinks(
            LinkStore store, Catalogue catalogue, PublicServices services, Arrangements arrangements, Centres centres) {
        this.store = store;
        this.catalogue = catalogue;
        this.services = services;
        this.arrangements = arrangements;
        this.centres = centres;
    }

    /** Those of every text: contents, sheets of services, menu and home page, what the law asks to say. */
    public List<PlacedLink> all() {
        List<PlacedLink> all = new ArrayList<>();
        store.standing(null).forEach(one -> all.addAll(of(one)));
        Map<OfferingId, ServiceSheet> sheets = catalogue.sheets();
        services.all().forEach(offering -> all.addAll(of(offering, sheets.get(offering.id()))));
        all.addAll(of(arrangements.current()));
        Centre centre = centres.current();
        all.addAll(ofLaw("Privacy", "/legale/privacy", centre.privacyText()));
        all.addAll(ofLaw("Note legali", "/legale/note-legali", centre.legalText()));
        String statement = centre.accessibilityStatement();
        all.addAll(ofLaw(
                "Dichiarazione di accessibilità",
                "/legale/accessibilita",
                statement.isEmpty() ? "" : "<" + statement + ">"));
        return all;
    }

    /** Those of a content. */
    public List<PlacedLink> of(ContentId content) {
        return store.standing(content).stream().flatMap(one -> of(one).stream()).toList();
    }

    private static List<PlacedLink> of(Standing content) {
        String version =
                content.published() ? "pubblicata" : content.state().label().toLowerCase(Locale.ITALIAN);
        ContentAddress at = content.at();
        String path = Content.address(at.kind(), at.section(), at.slug());
        Map<Language, LinkPlace> places = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            places.put(
                    language,
                    new LinkPlace(
                            Part.CONTENT,
                            content.title(),
                            at.kind().label() + (language == Language.ITALIAN ? "" : ", in inglese") + ", versione "
                                    + version,
                            ContentController.CONTENTS + "/" + content.id() + "/modifica",
                            language.address(path),
                            content.id(),
                            content.files()));
        }
        return content.links().stream()
                .map(one -> new PlacedLink(
                        Objects.requireNonNull(places.get(one.english() ? Language.ENGLISH : Language.ITALIAN)),
                        one.link()))
                .toList();
    }

    private static List<PlacedLink> of(Offering offering, @Nullable ServiceSheet sheet) {
        LinkPlace place = LinkPlace.of(
                Part.SERVICE,
                offering.title(),
                "Scheda del servizio",
                "/gestione/catalogo/" + offering.id() + "/scheda",
                PublicServices.address(offering));
        Stream<String> said = Stream.of(offering.summary(), offering.included());
        Stream<String> blocks = sheet == null
                ? Stream.of()
                : Stream.concat(
                        sheet.english().values().stream(),
                        Stream.of(
                                sheet.context(),
                                sheet.subject(),
                                sheet.duties(),
                                sheet.costs(),
                                sheet.conditions(),
                                sheet.recipients(),
                                sheet.technology(),
                                sheet.onlineNote(),
                                sheet.activationTime(),
                                sheet.personInCharge(),
                                sheet.staff(),
                                sheet.hours()));
        return Stream.concat(said, blocks)
                .flatMap(text -> WRITTEN_OUT.matcher(text).results())
                .map(MatchResult::group)
                .map(address -> new PlacedLink(place, new TextLink(address, address, false, true)))
                .toList();
    }

    private List<PlacedLink> of(Arrangement arrangement) {
        LinkPlace menu =
                LinkPlace.of(Part.ARRANGEMENT, "Menu del sito", "Voce del menu", ArrangementController.ADDRESS, "/");
        LinkPlace home =
                LinkPlace.of(Part.ARRANGEMENT, "Prima pagina", "In evidenza", ArrangementController.ADDRESS, "/");
        List<PlacedLink> links = new ArrayList<>();
        arrangement
                .menu()
                .forEach(line ->
                        links.add(new PlacedLink(menu, new TextLink(line.label(), line.address(), false, true))));
        store.titles(arrangement.highlights())
                .forEach((at, title) -> links.add(new PlacedLink(
                        home, new TextLink(title, Content.address(at.kind(), at.section(), at.slug()), false, true))));
        return links;
    }

    private static List<PlacedLink> ofLaw(String title, String address, String text) {
        LinkPlace place = LinkPlace.of(Part.LEGAL, title, "Impostazioni del centro", "/gestione/centro", address);
        return Markdown.links(text).stream()
                .map(link -> new PlacedLink(place, link))
                .toList();
    }
}
