// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centres;
import it.opencit.portal.LinkTarget.Inside;
import it.opencit.portal.LinkTarget.Nothing;
import it.opencit.portal.LinkTarget.Outside;
import it.opencit.portal.LinkTarget.Person;
import it.opencit.portal.OutsideLinkStore.Progress;
import it.opencit.shared.database.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The links of a site that lead nowhere. Those within the site are judged whenever somebody asks, by what the site would
 * show; those to other sites by what was seen of them last.
 */
@Service
class BrokenLinks {

    private final SiteLinks links;
    private final InsideLinks inside;
    private final OutsideLinks outside;
    private final OutsideLinkStore seen;
    private final VersionLinks versions;
    private final Centres centres;
    private final TransactionOperations transaction;
    private final Clock clock;

    BrokenLinks(
            SiteLinks links,
            InsideLinks inside,
            OutsideLinks outside,
            OutsideLinkStore seen,
            VersionLinks versions,
            Centres centres,
            TransactionOperations transaction,
            Clock clock) {
        this.links = links;
        this.inside = inside;
        this.outside = outside;
        this.seen = seen;
        this.versions = versions;
        this.centres = centres;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those of all texts, the surest first, and then by the text they stand in. */
    @Transactional(readOnly = true)
    public List<BrokenLink> all() {
        return among(links.all());
    }

    /** Those of a content, of the version that the public reads and of the latest. */
    @Transactional(readOnly = true)
    public List<BrokenLink> of(ContentId content) {
        return among(links.of(content));
    }

    /** How far the looking at other sites has come. */
    @Transactional(readOnly = true)
    public Progress progress() {
        return seen.progress(clock.instant());
    }

    /** Has all links to other sites looked at soon; how many. */
    @Transactional
    public int check() {
        renew();
        return outside.hasten();
    }

    /** Takes up, at every centre, the links to other sites as they stand in its texts today. */
    public void renewAll() {
        versions.complete();
        centres.all()
                .forEach(centre ->
                        Acting.as(centre.id(), Acting.PROGRAM, () -> transaction.executeWithoutResult(_ -> renew())));
    }

    private void renew() {
        outside.renew(links.all().stream().map(PlacedLink::link).toList());
    }

    private record Aimed(PlacedLink link, LinkTarget target) {}

    private List<BrokenLink> among(List<PlacedLink> placed) {
        Set<String> hosts = new HashSet<>(centres.hosts(centres.current()));
        List<Aimed> aimed = placed.stream()
                .distinct()
                .map(one -> new Aimed(one, LinkTarget.of(one.link(), one.place().base(), hosts)))
                .toList();
        InsideLinks.Site site = inside.look(aimed.stream()
                .map(Aimed::target)
                .filter(Inside.class::isInstance)
                .map(target -> ((Inside) target).path())
                .toList());
        Map<String, OutsideLink> known = seen.find(aimed.stream()
                .map(Aimed::target)
                .filter(Outside.class::isInstance)
                .map(target -> ((Outside) target).address())
                .distinct()
                .toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        List<BrokenLink> broken = new ArrayList<>();
        for (Aimed one : aimed) {
            switch (one.target()) {
                case Inside(String path) -> {
                    Optional<String> fault = site.fault(path, one.link().place());
                    fault.ifPresent(
                            why -> broken.add(new BrokenLink(one.link(), LinkState.BROKEN, why, path, null, now)));
                }
                case Outside(String address) ->
                    of(one.link(), known.get(address)).ifPresent(broken::add);
                case Nothing(String why) ->
                    broken.add(new BrokenLink(one.link(), LinkState.BROKEN, why, null, null, now));
                case Person() -> {}
            }
        }
        broken.sort(Comparator.comparing(BrokenLink::state));
        return broken;
    }

    private static Optional<BrokenLink> of(PlacedLink placed, @Nullable OutsideLink link) {
        LinkState state = link == null ? null : link.state();
        if (link == null || state == null) {
            return Optional.empty();
        }
        return Optional.of(new BrokenLink(
                placed,
                state,
                Objects.requireNonNull(link.finding()).inItalian(link.detail()),
                link.address(),
                link.right(),
                state == LinkState.BROKEN || state == LinkState.TO_RECHECK ? link.wrong() : null));
    }
}
