// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Documents;
import it.opencit.documents.StoredFile;
import it.opencit.notices.pages.MailPage;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails of the centre: which left, which wait, what each said. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class MailController {

    static final String MAILS = "/gestione/avvisi";

    private final Templates templates;
    private final MailStore mails;
    private final Outbox outbox;
    private final Documents documents;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    MailController(
            Templates templates,
            MailStore mails,
            Outbox outbox,
            Documents documents,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.mails = mails;
        this.outbox = outbox;
        this.documents = documents;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(MAILS)
    JteModel list(ListRequest request) {
        return templates.noticesMails(lists.page(MailList.listing(), request), outbox.hasServer());
    }

    @GetMapping(MAILS + "/avvisi.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(MailList.listing(), request, format, response);
    }

    @GetMapping(MAILS + "/{id}")
    JteModel show(@PathVariable long id, SignedIn person) {
        KeptMail kept = get(id);
        List<StoredFile> files = documents.find(kept.mail().attachments());
        boolean mayAgain = kept.state() != MailState.SENT
                && kept.state() != MailState.DIGESTED
                && person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
        return templates.noticesMail(new MailPage(
                MAILS + "/" + id,
                kept.mail().subject(),
                kept.mail().to(),
                kept.mail().text(),
                kept.state().label(),
                kept.attempts(),
                kept.lastError(),
                Italian.moment(kept.createdAt()),
                kept.createdBy(),
                kept.sentAt() == null ? "" : Italian.moment(kept.sentAt()),
                files.stream()
                        .map(file -> new MailPage.Attached(
                                file.name(), "/gestione/documenti/" + file.id().value()))
                        .toList(),
                mayAgain));
    }

    @PostMapping(MAILS + "/{id}/invio")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    String sendAgain(@PathVariable long id, RedirectAttributes flash) {
        get(id);
        if (mails.queueAgain(id, clock.instant())) {
            flash.addFlashAttribute(
                    "notice",
                    outbox.hasServer()
                            ? "Il messaggio è di nuovo tra quelli da inviare."
                            : "Il messaggio è di nuovo tra quelli da inviare: partirà quando ci sarà un server di posta.");
        }
        return "redirect:" + MAILS + "/" + id;
    }

    private KeptMail get(long id) {
        return mails.find(id).orElseThrow(() -> new NotFound("Mail " + id));
    }
}
