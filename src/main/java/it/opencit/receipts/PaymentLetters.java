// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.output.StringOutput;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.documents.PdfA;
import it.opencit.organizations.Organization;
import it.opencit.receipts.pages.PaymentRequestPage;
import it.opencit.receipts.pages.ReminderLetter;
import it.opencit.receipts.pages.StatementPage;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Prints what is sent to bodies, as documents to keep. */
@Component
class PaymentLetters {

    private final Templates templates;
    private final Centres centres;
    private final ReceiptTerms terms;
    private final DueLineStore lines;
    private final PaymentReminderStore reminders;

    PaymentLetters(
            Templates templates,
            Centres centres,
            ReceiptTerms terms,
            DueLineStore lines,
            PaymentReminderStore reminders) {
        this.templates = templates;
        this.centres = centres;
        this.terms = terms;
        this.lines = lines;
        this.reminders = reminders;
    }

    byte[] request(PaymentRequestPage page) {
        var text = new StringOutput();
        templates.receiptsRequestDocument(page, centre()).render(text);
        return PdfA.print(text.toString());
    }

    byte[] statement(StatementPage page, LocalDate today) {
        var text = new StringOutput();
        templates.receiptsStatementDocument(page, centre(), Italian.date(today)).render(text);
        return PdfA.print(text.toString());
    }

    byte[] reminder(LateRequest late, ReminderStep step, Organization payer, LocalDate today, LocalDate payBy) {
        PaymentRequest request = late.request();
        PaymentRequest.Sending sending = request.sending();
        String notice = request.notice();
        List<String> objects = LineSheets.objects(lines.of(request.run(), request.payer()).stream()
                .filter(line -> line.amount().cents() > 0)
                .toList());
        var letter = new ReminderLetter(
                step.label(),
                step == ReminderStep.FORMAL,
                payer.fullName(),
                seat(payer),
                Italian.date(today),
                request.label(),
                sending == null ? "" : Italian.date(sending.sentOn()),
                Italian.date(late.due()),
                request.amount().inItalian(),
                late.residual().inItalian(),
                Italian.date(payBy),
                means(request.channel()),
                notice == null ? "" : new NoticeNumber(notice).spaced(),
                objects,
                reminders.of(List.of(request.id())).stream()
                        .map(sent -> sent.step().label() + " del " + Italian.date(sent.sentOn()))
                        .toList());
        var text = new StringOutput();
        templates.receiptsReminderDocument(letter, centre()).render(text);
        return PdfA.print(text.toString());
    }

    String reminderText(LateRequest late, ReminderStep step, Organization payer, LocalDate payBy) {
        return """
                Alla cortese attenzione di %s.

                La richiesta di pagamento n. %s è scaduta il %s e risultano ancora da pagare %s.
                Chiediamo di pagare entro il %s. In allegato: %s, con le indicazioni per pagare.

                Se il pagamento è già partito, questo messaggio si può ignorare.

                %s
                """.formatted(
                        payer.fullName(),
                        late.request().label(),
                        Italian.date(late.due()),
                        late.residual().inItalian(),
                        Italian.date(payBy),
                        step.label().toLowerCase(Locale.ITALIAN),
                        centre());
    }

    String requestText(PaymentRequestPage page) {
        return """
                Alla cortese attenzione di %s.

                In allegato la richiesta di pagamento n. %s di %s per le quote e i servizi del %d.
                Scadenza: %s. Nella lettera c'è la spiegazione di ogni importo e come pagare.

                %s
                """.formatted(page.payer(), page.label(), page.amount(), page.year(), page.due(), centre());
    }

    PaymentRequestPage.Means means(Channel channel) {
        Terms ours = terms.current();
        Centre centre = centres.current();
        return new PaymentRequestPage.Means(
                channel.name(),
                centre.leadBody(),
                ours.taxCode(),
                switch (channel) {
                    case GIROFONDI -> ours.treasuryAccount();
                    case BANK -> ours.iban();
                    case PAGOPA -> "";
                });
    }

    static String seat(Organization body) {
        return body.details().seat().inOneLine();
    }

    private String centre() {
        Centre centre = centres.current();
        return centre.name() + " - " + centre.leadBody();
    }
}
