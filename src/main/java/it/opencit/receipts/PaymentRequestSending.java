// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.PaymentRequestPage;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.Treasury;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a request: prints it, keeps what is sent, writes to the payer, and says by when it must be paid. */
@Component
@Transactional
class PaymentRequestSending {

    private final PaymentRequests requests;
    private final PaymentRequestStore store;
    private final PaymentRequestPages pages;
    private final PaymentLetters letters;
    private final ReceiptTerms terms;
    private final Organizations organizations;
    private final Treasury treasury;
    private final Documents documents;
    private final Notices notices;
    private final Clock clock;

    PaymentRequestSending(
            PaymentRequests requests,
            PaymentRequestStore store,
            PaymentRequestPages pages,
            PaymentLetters letters,
            ReceiptTerms terms,
            Organizations organizations,
            Treasury treasury,
            Documents documents,
            Notices notices,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.pages = pages;
        this.letters = letters;
        this.terms = terms;
        this.organizations = organizations;
        this.treasury = treasury;
        this.documents = documents;
        this.notices = notices;
        this.clock = clock;
    }

    /** What whoever sends a request says of it. */
    record Order(LocalDate sentOn, LocalDate receivedOn, boolean byMail) {}

    /** Today, by e-mail: a PEC is received when it is delivered, the same day. */
    Order today() {
        LocalDate today = LocalDate.now(clock);
        return new Order(today, today, true);
    }

    /**
     * Sends a request that has not left yet.
     *
     * @param version that was read
     * @throws Refusal when it left already, when there is no address, when the settings lack where to pay
     */
    PaymentRequest send(PaymentRequestId id, int version, Order order) {
        PaymentRequest request = requests.get(id);
        if (request.sending() != null) {
            throw new Refusal(
                    "receipts.request.sent",
                    request.label(),
                    Italian.date(request.sending().sentOn()));
        }
        if (request.version() != version) {
            throw new OptimisticLockingFailureException("Request " + id + " is not at version " + version);
        }
        check(request, order);
        Organization payer = organizations.get(request.payer());
        PayerTerms theirs = terms.of(payer.id());
        Terms ours = terms.current();
        String address = order.byMail() ? ReceiptTerms.address(theirs, payer) : "";
        if (order.byMail() && !EmailAddress.isOne(address)) {
            throw Refusal.inField("byMail", "receipts.request.address", payer.fullName());
        }
        // what was decided of the channel since the approval counts until it leaves
        Channel channel = PaymentRequests.channel(ours, theirs, payer);
        String missing = ours.missing(channel);
        if (!missing.isEmpty()) {
            throw new Refusal("receipts.request.missing", channel.label(), missing);
        }
        String notice = PaymentRequests.notice(ours, channel, request.year(), request.number());
        LocalDate due = ours.due().due(request.duesYear(), order.receivedOn());
        store.send(
                request,
                new PaymentRequest.Sending(order.sentOn(), address, order.receivedOn(), due, null),
                channel,
                notice);
        PaymentRequestPage page = pages.of(id);
        FileId file = documents.store(new Upload(
                "richiesta-" + request.number() + "-" + request.year() + ".pdf",
                new ByteArrayInputStream(letters.request(page))));
        store.keep(id, file);
        refer(requests.lines(request), notice);
        if (order.byMail()) {
            notices.send(new Mail(
                    "receipts.request/" + id,
                    address,
                    Messages.text("receipts.request.subject", request.label(), Integer.toString(request.duesYear())),
                    letters.requestText(page),
                    List.of(file)));
        }
        return requests.get(id);
    }

    /** So that the treasurer's file is matched by the number of the notice. */
    private void refer(List<DueLine> lines, @Nullable String notice) {
        if (notice != null) {
            treasury.bySources(lines.stream().map(DueLine::source).toList())
                    .forEach(assessed -> treasury.refer(assessed.id(), new NoticeNumber(notice).iuv()));
        }
    }

    private void check(PaymentRequest request, Order order) {
        LocalDate today = LocalDate.now(clock);
        if (order.sentOn().isBefore(request.issuedOn()) || order.sentOn().isAfter(today)) {
            throw Refusal.inField("sentOn", "receipts.request.sent-on", Italian.date(request.issuedOn()));
        }
        if (order.receivedOn().isBefore(order.sentOn())) {
            throw Refusal.inField("receivedOn", "receipts.request.received-on", Italian.date(order.sentOn()));
        }
    }
}
