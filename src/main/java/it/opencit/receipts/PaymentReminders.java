// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is late, what is proposed, and the letters that left. Nobody gets the same step twice for the same request. */
@Service
@Transactional
public class PaymentReminders {

    /** Days that a reminder grants: fifteen, the least of a formal notice (civil code, art. 1454). */
    static final int DAYS_GRANTED = 15;

    private final PaymentReminderStore store;
    private final PaymentRequestStore requests;
    private final DueLineStore lines;
    private final ReceiptTerms terms;
    private final Treasury treasury;
    private final Organizations organizations;
    private final PaymentLetters letters;
    private final Documents documents;
    private final Notices notices;
    private final Clock clock;

    PaymentReminders(
            PaymentReminderStore store,
            PaymentRequestStore requests,
            DueLineStore lines,
            ReceiptTerms terms,
            Treasury treasury,
            Organizations organizations,
            PaymentLetters letters,
            Documents documents,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.lines = lines;
        this.terms = terms;
        this.treasury = treasury;
        this.organizations = organizations;
        this.letters = letters;
        this.documents = documents;
        this.notices = notices;
        this.clock = clock;
    }

    /** The requests that are late today, the oldest first. */
    @Transactional(readOnly = true)
    public List<LateRequest> late() {
        LocalDate today = LocalDate.now(clock);
        List<DueLine> open = lines.ofSources(treasury.overdue(today).stream()
                .map(Accertamento::source)
                .filter(source -> source.startsWith("dues/"))
                .toList());
        Set<DuesRunId> runs = new HashSet<>();
        Set<OrganizationId> payers = new HashSet<>();
        open.forEach(line -> {
            runs.add(line.run());
            payers.add(line.payer());
        });
        List<PaymentRequest> late = requests.ofPayers(runs, payers).stream()
                .filter(request ->
                        request.sending() != null && request.sending().dueOn().isBefore(today))
                .toList();
        Map<PaymentRequestId, Euro> residuals = residuals(late);
        Map<PaymentRequestId, List<Reminder>> sent = store
                .of(late.stream().map(PaymentRequest::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Reminder::request));
        ReminderIntervals intervals = terms.current().intervals();
        return late.stream()
                .filter(request ->
                        !residuals.getOrDefault(request.id(), Euro.ZERO).isZero())
                .map(request -> LateRequest.of(
                        request,
                        residuals.getOrDefault(request.id(), Euro.ZERO),
                        sent.getOrDefault(request.id(), List.of()),
                        intervals))
                .sorted(Comparator.comparing(LateRequest::due))
                .toList();
    }

    /** What is still to be paid of each request. */
    @Transactional(readOnly = true)
    public Map<PaymentRequestId, Euro> residuals(List<PaymentRequest> asked) {
        Map<PaymentRequestId, List<DueLine>> ofEach = lines.ofRequests(
                asked.stream().map(PaymentRequest::run).toList(),
                asked.stream().map(PaymentRequest::payer).toList(),
                asked.stream().map(PaymentRequest::id).toList());
        Map<String, Accertamento> assessed =
                treasury
                        .bySources(ofEach.values().stream()
                                .flatMap(List::stream)
                                .map(DueLine::source)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Accertamento::source, Function.identity()));
        Map<PaymentRequestId, Euro> residuals = new HashMap<>();
        ofEach.forEach((id, some) -> residuals.put(
                id,
                Euro.sum(some.stream()
                        .map(line -> assessed.get(line.source()))
                        .filter(one -> one != null)
                        .map(Accertamento::residual)
                        .toList())));
        return residuals;
    }

    /** The reminders of a request, in the order in which they left. */
    @Transactional(readOnly = true)
    public List<Reminder> of(PaymentRequestId request) {
        return store.of(List.of(request));
    }

    /**
     * Takes the step that is proposed today for each of the requests; those for which none is are left alone.
     *
     * @return the reminders that left
     */
    public List<Reminder> send(Set<PaymentRequestId> chosen) {
        LocalDate today = LocalDate.now(clock);
        List<LateRequest> due = late().stream()
                .filter(late -> chosen.contains(late.request().id())
                        && late.proposed(today).isPresent())
                .toList();
        Set<OrganizationId> payers =
                due.stream().map(late -> late.request().payer()).collect(Collectors.toSet());
        Map<OrganizationId, Organization> bodies =
                organizations.all(payers).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<OrganizationId, PayerTerms> theirs = terms.of(payers);
        List<Reminder> sent = new ArrayList<>();
        for (LateRequest late : due) {
            OrganizationId id = late.request().payer();
            Organization payer = bodies.get(id);
            if (payer == null) {
                throw new NotFound("Body " + id);
            }
            String address = ReceiptTerms.address(theirs.getOrDefault(id, PayerTerms.usual(id)), payer);
            sent.add(send(late, payer, EmailAddress.isOne(address) ? address : "", today));
        }
        return sent;
    }

    private Reminder send(LateRequest late, Organization payer, String address, LocalDate today) {
        ReminderStep step = late.proposed(today).orElseThrow();
        LocalDate payBy = today.plusDays(DAYS_GRANTED);
        byte[] letter = letters.reminder(late, step, payer, today, payBy);
        String name = "sollecito-" + step.noun() + "-" + late.request().number() + "-"
                + late.request().year() + ".pdf";
        FileId file = documents.store(new Upload(name, new ByteArrayInputStream(letter)));
        var reminder = new Reminder(late.request().id(), step, today, address, late.residual(), payBy, file);
        if (store.insert(reminder) && !address.isEmpty()) {
            notices.send(new Mail(
                    "receipts.reminder/" + late.request().id() + "/" + step,
                    address,
                    step.label() + ": richiesta di pagamento n. "
                            + late.request().label(),
                    letters.reminderText(late, step, payer, payBy),
                    List.of(file)));
        }
        return reminder;
    }
}
