// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.PaymentRequestPage;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a payment request together, for its page and for the letter. */
@Component
class PaymentRequestPages {

    private final PaymentRequests requests;
    private final PaymentReminders reminders;
    private final DuesRuns runs;
    private final ReceiptTerms terms;
    private final Organizations organizations;
    private final PaymentLetters letters;

    PaymentRequestPages(
            PaymentRequests requests,
            PaymentReminders reminders,
            DuesRuns runs,
            ReceiptTerms terms,
            Organizations organizations,
            PaymentLetters letters) {
        this.requests = requests;
        this.reminders = reminders;
        this.runs = runs;
        this.terms = terms;
        this.organizations = organizations;
        this.letters = letters;
    }

    @Transactional(readOnly = true)
    PaymentRequestPage of(PaymentRequestId id) {
        return of(requests.get(id));
    }

    @Transactional(readOnly = true)
    PaymentRequestPage of(PaymentRequest request) {
        Organization payer = organizations.get(request.payer());
        Terms ours = terms.current();
        PaymentRequest.Sending sending = request.sending();
        Approval approval = runs.get(request.run()).approval();
        Euro residual = reminders.residuals(List.of(request)).getOrDefault(request.id(), Euro.ZERO);
        NoticeNumber notice = request.notice() == null ? null : new NoticeNumber(request.notice());
        var taxCode = payer.details().taxCode();
        var office = payer.details().invoiceOffice();
        return new PaymentRequestPage(
                request.id().toString(),
                request.label(),
                Italian.date(request.issuedOn()),
                request.duesYear(),
                payer.fullName(),
                "/gestione/estratto-conto/" + payer.id(),
                taxCode == null ? "" : taxCode.toString(),
                PaymentLetters.seat(payer),
                request.amount().inItalian(),
                request.channel().label(),
                request.document().label(),
                request.document() == RequestDocument.INVOICE,
                office == null ? "" : office.toString(),
                sending == null ? ours.due().inItalian(request.duesYear()) : Italian.date(sending.dueOn()),
                sending == null ? "" : Italian.date(sending.sentOn()),
                sending == null ? "" : Italian.date(sending.receivedOn()),
                sending == null ? "" : sending.to(),
                ReceiptTerms.address(terms.of(payer.id()), payer),
                ours.missing(request.channel()),
                letters.means(request.channel()),
                notice == null ? "" : notice.spaced(),
                notice == null ? "" : notice.iuv(),
                notice == null ? "" : NoticeQr.dataAddress(notice.qrText(ours.taxCode(), request.amount())),
                residual.inItalian(),
                residual.isZero(),
                approval == null ? "" : approval.act(),
                beneficiaries(requests.lines(request)),
                reminders.of(request.id()).stream()
                        .map(one -> new PaymentRequestPage.Reminded(
                                one.step().label(),
                                Italian.date(one.sentOn()),
                                one.residual().inItalian(),
                                one.file() == null ? "" : "/gestione/documenti/" + one.file()))
                        .toList(),
                request.version());
    }

    private static List<PaymentRequestPage.Beneficiary> beneficiaries(List<DueLine> lines) {
        Map<OrganizationId, List<DueLine>> byBody = new LinkedHashMap<>();
        lines.forEach(line -> byBody.computeIfAbsent(line.beneficiary(), _ -> new ArrayList<>())
                .add(line));
        return byBody.values().stream()
                .map(some -> new PaymentRequestPage.Beneficiary(
                        some.getFirst().beneficiaryName(),
                        Euro.sum(some.stream().map(DueLine::amount).toList()).inItalian(),
                        some.stream().map(LineSheets::letter).toList()))
                .sorted(Comparator.comparing(PaymentRequestPage.Beneficiary::name))
                .toList();
    }
}
