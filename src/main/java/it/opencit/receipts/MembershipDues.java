// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.AccessionId;
import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.PayerAmount;
import it.opencit.agreements.PayerShare;
import it.opencit.agreements.PayerShares;
import it.opencit.agreements.StoredScheme;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Run;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes what members owe for a year, from the accessions in force, the tariff of their scheme and the figures of the
 * dates that it names. A handful of queries, whatever the number of members.
 */
@Service
public class MembershipDues {

    private final Agreements agreements;
    private final Organizations organizations;
    private final Tariffs tariffs;
    private final YearValues yearValues;

    private final Clock clock;

    MembershipDues(
            Agreements agreements, Organizations organizations, Tariffs tariffs, YearValues yearValues, Clock clock) {
        this.yearValues = yearValues;
        this.clock = clock;
        this.agreements = agreements;
        this.organizations = organizations;
        this.tariffs = tariffs;
    }

    /** The quotas of all members for a year, amounts only. */
    @Transactional(readOnly = true)
    public DuesOfYear of(int year) {
        return of(year, agreements.activeIn(year), _ -> false);
    }

    /** The quotas of all members for a year, each with every step of its explanation. */
    @Transactional(readOnly = true)
    public DuesOfYear explained(int year) {
        return of(year, agreements.activeIn(year), _ -> true);
    }

    /** The quota of one member for a year with its explanation; empty when it is not a member in that year. */
    @Transactional(readOnly = true)
    public Optional<MembershipDue> explained(OrganizationId organization, int year) {
        return ofMember(organization, year, organization::equals);
    }

    /** The quota of one member for a year, amount only; empty when it is not a member in that year. */
    @Transactional(readOnly = true)
    public Optional<MembershipDue> ofOne(OrganizationId organization, int year) {
        return ofMember(organization, year, _ -> false);
    }

    /** A shared cost is shared with the others, so all are computed; for who is not among them, nobody is. */
    private Optional<MembershipDue> ofMember(
            OrganizationId organization, int year, Predicate<OrganizationId> explained) {
        List<ActiveAccession> active = agreements.activeIn(year);
        return active.stream().anyMatch(one -> one.organization().equals(organization))
                ? of(year, active, explained).of(organization)
                : Optional.empty();
    }

    /** What a body that is not a member in a year would owe by joining a convention, with its explanation. */
    @Transactional(readOnly = true)
    public MembershipDue ifJoined(OrganizationId organization, StoredScheme scheme, int year) {
        // A shared cost is shared with the others: the body is computed among them.
        List<ActiveAccession> active = new ArrayList<>(agreements.activeIn(year));
        active.add(new ActiveAccession(
                new AccessionId(0),
                organization,
                scheme.id(),
                scheme.scheme().title(),
                scheme.scheme().tariffCode(),
                Period.ofYear(year),
                List.of()));
        return of(year, active, organization::equals).of(organization).orElseThrow();
    }

    /** The first year for which the centre has a convention; this year when it has none. */
    @Transactional(readOnly = true)
    public int firstYear() {
        return agreements.schemes().stream()
                .mapToInt(scheme -> scheme.scheme().period().from().getYear())
                .min()
                .orElseGet(() -> LocalDate.now(clock).getYear());
    }

    private DuesOfYear of(int year, List<ActiveAccession> active, Predicate<OrganizationId> explained) {
        List<ActiveAccession> accessions = oneForEach(active);
        Map<OrganizationId, Organization> bodies = bodiesOf(accessions);
        FigureBook figures = organizations.figures(
                accessions.stream().map(ActiveAccession::organization).toList());
        // Most quotas refer to no other tariff: those that do find it one by one.
        Calculator calculator = new Calculator(code -> tariffs.ruling(code, year), tariffs.figureKinds());
        List<YearValue> values = yearValues.of(year);
        Map<String, List<ActiveAccession>> byTariff = new LinkedHashMap<>();
        for (ActiveAccession accession : accessions) {
            String code = accession.tariffCode();
            byTariff.computeIfAbsent(code == null ? "" : code, _ -> new ArrayList<>())
                    .add(accession);
        }
        List<MembershipDue> dues = new ArrayList<>();
        byTariff.forEach((code, members) -> {
            List<YearValue> ofTariff =
                    values.stream().filter(value -> value.tariff().equals(code)).toList();
            Map<String, BigDecimal> quantities =
                    ofTariff.stream().collect(Collectors.toMap(YearValue::quantity, YearValue::value));
            Tariff tariff = code.isEmpty() ? null : tariffs.inForce(code, year).orElse(null);
            List<Outcome> outcomes = tariff == null
                    ? members.stream().map(_ -> missing(code, year)).toList()
                    : outcomes(
                            calculator, tariff, year, members, cases(members, bodies, figures, quantities), explained);
            for (int i = 0; i < members.size(); i++) {
                ActiveAccession member = members.get(i);
                dues.add(new MembershipDue(
                        body(bodies, member.organization()),
                        year,
                        member.scheme(),
                        member.schemeTitle(),
                        member.membership(),
                        tariff,
                        outcomes.get(i),
                        ofTariff,
                        member.payers(),
                        payers(outcomes.get(i), member, bodies)));
            }
        });
        dues.sort(Comparator.comparing((MembershipDue due) -> due.beneficiary().kind())
                .thenComparing(due -> due.beneficiary().name()));
        return new DuesOfYear(year, List.copyOf(dues));
    }

    /** The kinds of figures of the centre, with the words that explanations use. */
    public FigureKinds figureKinds() {
        return tariffs.figureKinds();
    }

    /** A quota is of the year: who passes from one convention to the next within it owes that of the latter alone. */
    private static List<ActiveAccession> oneForEach(List<ActiveAccession> active) {
        Map<OrganizationId, ActiveAccession> latest = new LinkedHashMap<>();
        for (ActiveAccession accession : active) {
            latest.merge(
                    accession.organization(),
                    accession,
                    (one, other) ->
                            one.membership().from().isAfter(other.membership().from()) ? one : other);
        }
        return List.copyOf(latest.values());
    }

    private Map<OrganizationId, Organization> bodiesOf(List<ActiveAccession> accessions) {
        Set<OrganizationId> ids = new LinkedHashSet<>();
        for (ActiveAccession accession : accessions) {
            ids.add(accession.organization());
            accession.payers().stream().map(PayerShare::payer).forEach(ids::add);
        }
        return organizations.all(ids).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    private static Organization body(Map<OrganizationId, Organization> bodies, OrganizationId id) {
        Organization body = bodies.get(id);
        if (body == null) {
            throw new IllegalStateException("An accession of a body that is not there: " + id);
        }
        return body;
    }

    private static Outcome missing(String code, int year) {
        return new Outcome.Refused(
                code.isEmpty()
                        ? new Refusal("receipts.no-tariff")
                        : new Refusal("receipts.tariff-not-valid", code, Integer.toString(year)));
    }

    private static List<Outcome> outcomes(
            Calculator calculator,
            Tariff tariff,
            int year,
            List<ActiveAccession> members,
            List<Case> cases,
            Predicate<OrganizationId> explained) {
        try {
            Run run = calculator.run(tariff, year, cases);
            return IntStream.range(0, cases.size())
                    .mapToObj(i -> explained.test(members.get(i).organization()) ? run.explain(i) : run.amount(i))
                    .toList();
        } catch (Refusal wrongTariff) {
            return cases.stream()
                    .map(_ -> (Outcome) new Outcome.Refused(wrongTariff))
                    .toList();
        }
    }

    private static List<Case> cases(
            List<ActiveAccession> members,
            Map<OrganizationId, Organization> bodies,
            FigureBook figures,
            Map<String, BigDecimal> quantities) {
        List<Case> cases = new ArrayList<>();
        for (ActiveAccession member : members) {
            Organization body = body(bodies, member.organization());
            cases.add(new Case(Subject.of(body, true, figures.of(body.id())), quantities));
        }
        return cases;
    }

    private static List<Payer> payers(
            Outcome outcome, ActiveAccession member, Map<OrganizationId, Organization> bodies) {
        if (!(outcome instanceof Outcome.Computed computed)) {
            return List.of();
        }
        List<PayerAmount> shares = PayerShares.of(computed.amount(), member.organization(), member.payers());
        return shares.stream()
                .map(share -> {
                    Organization payer = body(bodies, share.payer());
                    return new Payer(payer.id(), payer.kind(), payer.fullName(), share.amount());
                })
                .toList();
    }
}
