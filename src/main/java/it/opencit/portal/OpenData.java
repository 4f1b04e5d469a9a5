// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.centres.Links;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tariffs.Act;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the centre gives to everybody as data: nothing of a person, and of the use of services only how many bodies. */
@Service
@Transactional(readOnly = true)
class OpenData {

    private final Members members;
    private final Catalogue catalogue;
    private final Tariffs tariffs;
    private final Subscriptions subscriptions;
    private final Links links;
    private final Clock clock;

    OpenData(
            Members members,
            Catalogue catalogue,
            Tariffs tariffs,
            Subscriptions subscriptions,
            Links links,
            Clock clock) {
        this.members = members;
        this.catalogue = catalogue;
        this.tariffs = tariffs;
        this.subscriptions = subscriptions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * A body that has joined.
     *
     * @param cadastralCode of a Comune; {@code null} for others, as the codes below when they are not known
     * @param residents the latest number known
     * @param residentsOn when they were counted
     * @param memberSince first day of the convention in force
     */
    record OpenMember(
            String name,
            OrganizationKind kind,
            @Nullable String cadastralCode,
            @Nullable String istatCode,
            @Nullable String ipaCode,
            @Nullable Long residents,
            @Nullable LocalDate residentsOn,
            LocalDate memberSince) {}

    /**
     * A service that can be asked for today.
     *
     * @param offeringClass how it is paid for
     * @param recipients who may ask for it, in Italian
     * @param page its address in the site
     */
    record OpenService(
            String code,
            String title,
            String summary,
            OfferingArea area,
            OfferingLevel level,
            OfferingClass offeringClass,
            String recipients,
            String page) {}

    /**
     * Which tariff gives a price of a service.
     *
     * @param service code
     * @param variant "" when it holds for every variant
     * @param tariff code
     * @param act that set the tariff; "" when the sources do not say
     */
    record OpenCost(
            String service,
            ChargeKind charge,
            String variant,
            String tariff,
            String tariffTitle,
            String act,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * How many bodies use a service today.
     *
     * @param service code
     */
    record OpenUse(String service, String title, long bodies) {}

    List<OpenMember> members() {
        return members.today().stream()
                .map(one -> {
                    OrganizationDetails body = one.body().details();
                    return new OpenMember(
                            one.body().fullName(),
                            body.kind(),
                            text(body.cadastralCode()),
                            text(body.istatCode()),
                            text(body.ipaCode()),
                            one.residents(),
                            one.countedOn(),
                            one.since());
                })
                .toList();
    }

    List<OpenService> services() {
        return catalogue.offeredOn(LocalDate.now(clock)).stream()
                .map(one -> new OpenService(
                        one.code(),
                        one.title(),
                        one.summary(),
                        one.area(),
                        one.level(),
                        one.offeringClass(),
                        one.eligibility().inItalian(),
                        links.to("/servizi/" + one.code())))
                .toList();
    }

    List<OpenCost> costs() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Tariff> inForce = tariffs.all().stream()
                .filter(one ->
                        !today.isBefore(one.validFrom()) && (one.validTo() == null || !today.isAfter(one.validTo())))
                .collect(Collectors.toMap(Tariff::code, one -> one, (one, _) -> one));
        return catalogue.offeredOn(today).stream()
                .flatMap(offering -> offering.prices().stream()
                        .filter(rule -> rule.validity().contains(today))
                        .map(rule -> {
                            Tariff tariff = inForce.get(rule.tariffCode());
                            return new OpenCost(
                                    offering.code(),
                                    rule.kind(),
                                    rule.variant(),
                                    rule.tariffCode(),
                                    tariff == null ? "" : tariff.title(),
                                    act(tariff),
                                    rule.validity().from(),
                                    rule.validity().to());
                        }))
                .toList();
    }

    /** The services that somebody uses, those that most bodies use first. */
    List<OpenUse> use() {
        Map<OfferingId, Long> bodies = subscriptions.running().stream()
                .collect(Collectors.groupingBy(
                        SubscriptionSummary::offering,
                        Collectors.collectingAndThen(
                                Collectors.mapping(SubscriptionSummary::organization, Collectors.toSet()),
                                all -> (long) all.size())));
        return catalogue.offerings().stream()
                .filter(one -> bodies.containsKey(one.id()))
                .sorted(java.util.Comparator.comparing((Offering one) -> Objects.requireNonNull(bodies.get(one.id())))
                        .reversed()
                        .thenComparing(Offering::title))
                .map(one -> new OpenUse(one.code(), one.title(), Objects.requireNonNull(bodies.get(one.id()))))
                .toList();
    }

    private static String act(@Nullable Tariff tariff) {
        Act act = tariff == null ? null : tariff.act();
        return act == null ? "" : act.inItalian();
    }

    private static @Nullable String text(@Nullable Object code) {
        return code == null ? null : code.toString();
    }
}
