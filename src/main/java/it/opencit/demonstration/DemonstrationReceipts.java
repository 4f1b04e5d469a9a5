// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.Approval;
import it.opencit.receipts.DueLine;
import it.opencit.receipts.DueRule;
import it.opencit.receipts.DuesRun;
import it.opencit.receipts.DuesRuns;
import it.opencit.receipts.LineKind;
import it.opencit.receipts.PaymentRequest;
import it.opencit.receipts.PaymentRequests;
import it.opencit.receipts.ReceiptTerms;
import it.opencit.receipts.Terms;
import it.opencit.shared.Euro;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.AccertamentoId;
import it.opencit.treasury.Act;
import it.opencit.treasury.AllocatedPayment;
import it.opencit.treasury.NewProvvisorio;
import it.opencit.treasury.NewRiscossione;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The dues of Brescia from 2015 to 2019, approved, asked for and mostly paid. What the documents of its CIT print is as
 * they print it: Acquafredda's accertamento 1003/2015 with its act, the 56.00 euro of Gardone Riviera with provvisorio and
 * order, the 300.00 euro of the Unione of the Bassa; the other acts, numbers and days are invented.
 */
@Component
@Order(575)
class DemonstrationReceipts implements DemonstrationPart {

    static final String CHAPTER =
            "3100936 - SERVIZI INFORMATICI - sviluppo ed utilizzo centro servizio territoriale-informatica-VINC. 508";

    /** An approval of a year. {@code first} is the number of the first accertamento, {@code provvisori} of the first payment. */
    private record Determina(int year, String number, LocalDate date, long first, long provvisori) {}

    /** The first number of 2015 is whatever makes Acquafredda's the 1003. */
    private static final List<Determina> DETERMINE = List.of(
            new Determina(2015, "857", LocalDate.of(2015, 8, 5), 1003, 11_000),
            new Determina(2016, "611", LocalDate.of(2016, 5, 20), 801, 8_000),
            new Determina(2017, "702", LocalDate.of(2017, 11, 6), 1204, 15_000),
            new Determina(2018, "588", LocalDate.of(2018, 5, 14), 955, 7_000),
            new Determina(2019, "412", LocalDate.of(2019, 3, 18), 640, 5_000));

    /** A payment as the documents print it. */
    private record Printed(
            int year,
            String payer,
            String object,
            long provvisorio,
            LocalDate received,
            String order,
            LocalDate ordered) {}

    private static final String TELEMACO = "Servizio Telemaco";

    private static final List<Printed> PRINTED = List.of(
            new Printed(
                    2017,
                    "Gardone Riviera",
                    TELEMACO,
                    16_577,
                    LocalDate.of(2017, 12, 29),
                    "51",
                    LocalDate.of(2018, 1, 9)),
            new Printed(
                    2019,
                    "Unione Comuni Bassa Bresciana Occidentale",
                    "",
                    4_821,
                    LocalDate.of(2019, 5, 15),
                    "233",
                    LocalDate.of(2019, 5, 27)));

    private final DuesRuns runs;
    private final PaymentRequests requests;
    private final ReceiptTerms terms;
    private final Treasury treasury;
    private final Organizations organizations;

    DemonstrationReceipts(
            DuesRuns runs,
            PaymentRequests requests,
            ReceiptTerms terms,
            Treasury treasury,
            Organizations organizations) {
        this.runs = runs;
        this.requests = requests;
        this.terms = terms;
        this.treasury = treasury;
        this.organizations = organizations;
    }

    @Override
    public void load(Centre centre) {
        switch (centre.code()) {
            case "brescia" -> {
                terms.change(brescia());
                Map<OrganizationId, Organization> bodies =
                        organizations.all().stream().collect(Collectors.toMap(Organization::id, Function.identity()));
                DETERMINE.forEach(determina -> replay(determina, bodies));
                runs.compute(2020); // a draft to look at, and to try an approval on
            }
            case "pesaro-urbino" -> terms.change(due(DueRule.Kind.WITHIN_YEAR));
            case "macerata" -> terms.change(due(DueRule.Kind.BY_31_JANUARY));
            default -> {}
        }
    }

    private static Terms brescia() {
        Terms usual = Terms.USUAL;
        return new Terms(
                usual.due(),
                CHAPTER,
                usual.treasuryKinds(),
                usual.otherwise(),
                usual.document(),
                "80008750178",
                "01",
                "IT60X0542811101000000123456",
                "0060013",
                usual.intervals(),
                0);
    }

    private static Terms due(DueRule.Kind rule) {
        Terms usual = Terms.USUAL;
        return new Terms(
                new DueRule(rule, 30),
                usual.chapter(),
                usual.treasuryKinds(),
                usual.otherwise(),
                usual.document(),
                usual.taxCode(),
                usual.segregation(),
                usual.iban(),
                usual.treasuryAccount(),
                usual.intervals(),
                0);
    }

    private void replay(Determina determina, Map<OrganizationId, Organization> bodies) {
        DuesRun run = runs.recordApproved(determina.year(), draft -> approval(determina, draft));
        List<PaymentRequest> letters = requests.of(run.id());
        requests.recordSent(
                letters.stream().map(PaymentRequest::id).toList(),
                determina.date().plusDays(2));
        Map<OrganizationId, List<Accertamento>> byPayer =
                treasury
                        .bySources(runs.numbered(run.id()).stream()
                                .map(DueLine::source)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Accertamento::payer, LinkedHashMap::new, Collectors.toList()));
        collect(determina, byPayer, bodies);
    }

    private Approval approval(Determina determina, DuesRun draft) {
        long first = determina.first();
        if (determina.year() == 2015) {
            List<DueLine> numbered = runs.numbered(draft.id());
            while (!isQuotaOfAcquafredda(numbered.get((int) (determina.first() - first)))) {
                first--;
            }
        }
        return new Approval(
                "Determina dirigenziale", determina.number(), determina.date(), CHAPTER, determina.year(), first, true);
    }

    private static boolean isQuotaOfAcquafredda(DueLine line) {
        return line.beneficiaryName().equals("Comune di Acquafredda") && line.kind() == LineKind.QUOTA;
    }

    private void collect(
            Determina determina,
            Map<OrganizationId, List<Accertamento>> byPayer,
            Map<OrganizationId, Organization> bodies) {
        List<AllocatedPayment> payments = new ArrayList<>();
        long number = determina.provvisori();
        for (Map.Entry<OrganizationId, List<Accertamento>> owed : byPayer.entrySet()) {
            Organization payer = Objects.requireNonNull(bodies.get(owed.getKey()));
            List<Accertamento> usual = new ArrayList<>(owed.getValue());
            for (Printed printed : PRINTED) {
                if (printed.year() == determina.year() && printed.payer().equals(payer.name())) {
                    List<Accertamento> paid = usual.stream()
                            .filter(one -> one.object().startsWith(printed.object()))
                            .toList();
                    usual.removeAll(paid);
                    AllocatedPayment payment =
                            payment(payer, paid, Function.identity(), printed.provvisorio(), printed.received());
                    treasury.collect(order(printed.order(), printed.ordered()), treasury.receive(List.of(payment)));
                }
            }
            int part = part(determina.year(), payer.id().value());
            if (part > 0 && !usual.isEmpty()) {
                LocalDate received = determina.date().plusDays(12 + payer.id().value() % 25);
                payments.add(
                        payment(payer, usual, amount -> new Euro(amount.cents() * part / 100), ++number, received));
            }
        }
        treasury.collect(
                order(
                        Integer.toString(90 + determina.year() % 100),
                        determina.date().plusDays(45)),
                treasury.receive(payments));
    }

    /** How much of its dues a body has paid, in per cent: all of them until 2018; in 2019 some part, some nothing. */
    private static int part(int year, long payer) {
        if (year < 2019 || payer % 23 > 1) {
            return 100;
        }
        return payer % 23 == 0 ? 0 : 60;
    }

    private static AllocatedPayment payment(
            Organization payer, List<Accertamento> paid, Function<Euro, Euro> part, long number, LocalDate received) {
        Map<AccertamentoId, Euro> amounts = new LinkedHashMap<>();
        paid.forEach(one -> amounts.put(one.id(), part.apply(one.amount())));
        return new AllocatedPayment(
                new NewProvvisorio(
                        received.getYear(),
                        number,
                        received,
                        payer.fullName().toUpperCase(Locale.ITALY),
                        "",
                        payer.id(),
                        "Versamento quote e servizi " + paid.getFirst().fiscalYear(),
                        Euro.sum(amounts.values()),
                        "ACCREDITO BANCA D'ITALIA",
                        ""),
                amounts);
    }

    private static NewRiscossione order(String number, LocalDate date) {
        return new NewRiscossione(new Act("Ordinanza di riscossione", number, date), date.getYear(), null, null);
    }
}
