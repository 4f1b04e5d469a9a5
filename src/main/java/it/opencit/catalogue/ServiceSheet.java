// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.documents.FileId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service is, for who wants to use it: the blocks of the sheets that the centres publish, Italian, paragraphs
 * parted by empty lines; "" for a block that says nothing.
 *
 * @param context why the service exists (contesto di riferimento)
 * @param subject what is done (oggetto del servizio)
 * @param duties what the body has to do (obblighi e adempimenti)
 * @param costs in words; amounts come from the tariffs
 * @param conditions that apply to this service only (condizioni particolari)
 * @param recipients who it is for (destinatari)
 * @param technology partners and products (partner tecnologici)
 * @param onlineNow how far it can be had online; {@code null} when not said
 * @param onlinePlanned how far it is going to be
 * @param onlineNote what the two levels mean here
 * @param activationTime from the request to the service in use, in words
 * @param personInCharge the head of the procedure (responsabile di procedimento)
 * @param staff who works on it (personale addetto)
 * @param contact whom the bodies ask
 * @param english what of it is translated, the name of the service included; the rest is read in Italian
 * @param attachments in the order in which they came
 * @param version to notice that somebody else changed it meanwhile
 */
public record ServiceSheet(
        OfferingId offering,
        String context,
        String subject,
        String duties,
        String costs,
        String conditions,
        String recipients,
        String technology,
        @Nullable OnlineLevel onlineNow,
        @Nullable OnlineLevel onlinePlanned,
        String onlineNote,
        String activationTime,
        String personInCharge,
        String staff,
        String hours,
        ServiceContact contact,
        Map<SheetBlock, String> english,
        List<Attachment> attachments,
        int version) {

    public ServiceSheet {
        english = Map.copyOf(english);
        attachments = List.copyOf(attachments);
    }

    /** Whether English readers are shown it as translated: it has at least a name. */
    public boolean isTranslated() {
        return english.containsKey(SheetBlock.TITLE);
    }

    /** A block in English; "" when it is not translated. */
    public String inEnglish(SheetBlock block) {
        return english.getOrDefault(block, "");
    }

    /** The same sheet with whom to ask and with its translation. */
    public ServiceSheet with(ServiceContact contact, Map<SheetBlock, String> english) {
        return new ServiceSheet(
                offering,
                context,
                subject,
                duties,
                costs,
                conditions,
                recipients,
                technology,
                onlineNow,
                onlinePlanned,
                onlineNote,
                activationTime,
                personInCharge,
                staff,
                hours,
                contact,
                english,
                attachments,
                version);
    }

    /** The sheet of a service of which nothing is written yet. */
    static ServiceSheet blank(OfferingId offering) {
        return new ServiceSheet(
                offering,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                null,
                null,
                "",
                "",
                "",
                "",
                "",
                ServiceContact.NONE,
                Map.of(),
                List.of(),
                0);
    }

    /**
     * A file that belongs to the sheet.
     *
     * @param id of the attachment, not of the file
     */
    public record Attachment(long id, FileId file, String title) {}
}
