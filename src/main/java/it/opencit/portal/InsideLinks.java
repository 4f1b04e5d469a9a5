// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.portal.LinkStore.Found;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.Knowledge;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Tells whether paths of the site lead somewhere, from what the site would show there: nothing is asked over the network. */
@Component
@Transactional(readOnly = true)
class InsideLinks {

    private static final Pattern FILE = Pattern.compile("/allegati/(\\d{1,18})/(\\d{1,18})");
    private static final Pattern PICTURE = Pattern.compile("/immagini/(\\d{1,18})/(\\d{1,5})\\.webp");
    private static final Pattern SERVICE = Pattern.compile("/servizi/([^/]+)(?:/allegati/(\\d{1,18}))?");
    private static final Pattern ARTICLE = Pattern.compile("/risposte/(\\d{1,18})");
    private static final Pattern OF_AN_EVENT = Pattern.compile("(/eventi/[^/]+?)(?:\\.ics|/iscrizione)");

    private final LinkStore store;
    private final Pictures pictures;
    private final Catalogue catalogue;
    private final Knowledge knowledge;
    private final Clock clock;
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    private volatile @Nullable Answered answered;

    InsideLinks(
            LinkStore store,
            Pictures pictures,
            Catalogue catalogue,
            Knowledge knowledge,
            Clock clock,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.store = store;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.knowledge = knowledge;
        this.clock = clock;
        this.mapping = mapping;
    }

    /** Read when it is first asked for: while the program starts, it answers nothing yet. */
    private Answered answered() {
        Answered known = answered;
        if (known == null) {
            known = Answered.of(mapping.getObject());
            answered = known;
        }
        return known;
    }

    /**
     * The addresses that the program answers, which stay the same while it runs.
     *
     * @param fixed those without a variable part
     */
    private record Answered(List<PathPattern> patterns, Set<String> fixed) {

        static Answered of(RequestMappingHandlerMapping mapping) {
            List<PathPattern> patterns = mapping.getHandlerMethods().keySet().stream()
                    .filter(InsideLinks::isRead)
                    .flatMap(info -> info.getPathPatternsCondition() == null
                            ? Stream.of()
                            : info.getPathPatternsCondition().getPatterns().stream())
                    .toList();
            return new Answered(
                    patterns,
                    patterns.stream()
                            .map(PathPattern::getPatternString)
                            .filter(pattern -> !pattern.contains("{") && !pattern.contains("*"))
                            .collect(Collectors.toSet()));
        }
    }

    /** Reads what stands at some paths: a few queries, whatever their number. */
    public Site look(Collection<String> paths) {
        return new Site(new HashSet<>(paths));
    }

    /** What stands at the paths that were asked for. */
    final class Site {

        private final Map<ContentAddress, Found> contents = new HashMap<>();
        private final Map<String, Found> pagesBySlug = new HashMap<>();
        private final Set<String> files;
        private final Map<Long, Picture> shown;
        private final Set<Long> articles;
        private final Map<String, Offering> services;
        private final Map<OfferingId, ServiceSheet> sheets;

        private Site(Set<String> paths) {
            Set<ContentAddress> asked = paths.stream()
                    .map(InsideLinks::ofContent)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            if (!asked.isEmpty()) {
                for (Found one : store.at(asked)) {
                    contents.put(one.at(), one);
                    if (one.at().kind() == ContentKind.PAGE) {
                        pagesBySlug.put(one.at().slug(), one);
                    }
                }
            }
            Set<Long> owners = numbers(paths, FILE);
            files = owners.isEmpty() ? Set.of() : store.files(owners);
            shown = pictures.some(numbers(paths, PICTURE));
            articles = knowledge.readable(numbers(paths, ARTICLE));
            boolean anyService =
                    paths.stream().anyMatch(path -> SERVICE.matcher(path).matches());
            services = anyService
                    ? catalogue.offerings().stream().collect(Collectors.toMap(Offering::code, Function.identity()))
                    : Map.of();
            boolean anySheet = paths.stream()
                    .map(SERVICE::matcher)
                    .anyMatch(service -> service.matches() && service.group(2) != null);
            sheets = anySheet ? catalogue.sheets() : Map.of();
        }

        /**
         * Why a path leads nowhere, Italian; empty when it leads somewhere.
         *
         * @param from the text that leads there: a draft may lead to what is published together with it
         */
        Optional<String> fault(String path, LinkPlace from) {
            if (answered().fixed().contains(path)) {
                return Optional.empty();
            }
            Matcher picture = PICTURE.matcher(path);
            if (picture.matches()) {
                Picture found = shown.get(Long.valueOf(picture.group(1)));
                boolean there = found != null && found.widths().contains(Integer.valueOf(picture.group(2)));
                return unless(there, "portal.link.picture");
            }
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                boolean own = from.content() != null
                        && from.content().toString().equals(file.group(1))
                        && from.files().stream().anyMatch(one -> one.toString().equals(file.group(2)));
                return unless(own || files.contains(file.group(1) + "/" + file.group(2)), "portal.link.file");
            }
            Matcher article = ARTICLE.matcher(path);
            if (article.matches()) {
                return unless(articles.contains(Long.valueOf(article.group(1))), "portal.link.article");
            }
            Matcher service = SERVICE.matcher(path);
            if (service.matches()) {
                return serviceFault(service.group(1), service.group(2));
            }
            Optional<ContentAddress> content = ofContent(path);
            if (content.isPresent()) {
                return contentFault(content.get(), from);
            }
            // The path was decoded when the link was read, and is decoded again here.
            PathContainer whole =
                    PathContainer.parsePath(path.replace("%", "%25").replace(";", "%3B"));
            return unless(answered().patterns().stream().anyMatch(one -> one.matches(whole)), "portal.link.nothing");
        }

        private Optional<String> serviceFault(String code, @Nullable String attachment) {
            Offering offering = services.get(code);
            if (offering == null) {
                return Optional.of(Messages.text("portal.link.service"));
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), Italian.ROME);
            if (!offering.offered().contains(today)) {
                return Optional.of(Messages.text("portal.link.service-ended"));
            }
            ServiceSheet sheet = sheets.get(offering.id());
            boolean there = attachment == null
                    || sheet != null
                            && sheet.attachments().stream()
                                    .anyMatch(one -> Long.toString(one.id()).equals(attachment));
            return unless(there, "portal.link.file");
        }

        private Optional<String> contentFault(ContentAddress address, LinkPlace from) {
            Found found = contents.get(address);
            if (found != null && (found.published() || found.id().equals(from.content()))) {
                return Optional.empty();
            }
            if (address.section() == Section.LEGALE && LegalController.ALWAYS.contains(address.slug())) {
                return Optional.empty();
            }
            if (found != null) {
                String why = found.state() == ContentState.ARCHIVED ? "archived." : "unpublished.";
                return Optional.of(
                        Messages.text("portal.link." + why + address.kind().name()));
            }
            Found elsewhere = address.section() == null ? null : pagesBySlug.get(address.slug());
            return Optional.of(
                    elsewhere != null && elsewhere.published()
                            ? Messages.text(
                                    "portal.link.section",
                                    Content.address(
                                            elsewhere.at().kind(),
                                            elsewhere.at().section(),
                                            elsewhere.at().slug()))
                            : Messages.text("portal.link.nothing"));
        }
    }

    private static Optional<String> unless(boolean there, String key) {
        return there ? Optional.empty() : Optional.of(Messages.text(key));
    }

    private static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Optional<ContentAddress> ofContent(String path) {
        Matcher event = OF_AN_EVENT.matcher(path);
        return ContentAddress.of(event.matches() ? event.group(1) : path);
    }

    private static Set<Long> numbers(Set<String> paths, Pattern pattern) {
        return paths.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> Long.valueOf(found.group(1)))
                .collect(Collectors.toSet());
    }
}
