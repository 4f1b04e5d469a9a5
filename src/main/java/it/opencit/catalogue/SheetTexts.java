// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.catalogue.ServiceSheet.Attachment;
import it.opencit.shared.pages.Changes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The blocks of a sheet one by one, under the names that its form, its versions and their differences have for them. */
final class SheetTexts {

    private SheetTexts() {}

    /** @param text as the form has it; "" for a block that says nothing */
    private record Block(String name, String label, String text, String shown) {}

    /** Every block that says something, in order, by name. */
    static Map<String, String> of(ServiceSheet sheet) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Block block : blocks(sheet)) {
            if (!block.text().isEmpty()) {
                texts.put(block.name(), block.text());
            }
        }
        return texts;
    }

    /** Every block, as people read it. */
    static List<Changes.Line> lines(ServiceSheet sheet) {
        return blocks(sheet).stream()
                .map(block -> new Changes.Line(block.label(), block.shown()))
                .toList();
    }

    /**
     * The sheet of some texts.
     *
     * @param texts what the block of a name says; "" for nothing
     * @param version to notice that somebody else changed it meanwhile
     */
    static ServiceSheet sheet(
            OfferingId offering, Function<String, String> texts, List<Attachment> attachments, int version) {
        // Browsers end the lines of a text area otherwise than files do: without this, every line would seem changed.
        Function<String, String> plain =
                texts.andThen(text -> text.replace("\r\n", "\n").strip());
        return new ServiceSheet(
                offering,
                plain.apply("context"),
                plain.apply("subject"),
                plain.apply("duties"),
                plain.apply("costs"),
                plain.apply("conditions"),
                plain.apply("recipients"),
                plain.apply("technology"),
                level(plain.apply("onlineNow")),
                level(plain.apply("onlinePlanned")),
                plain.apply("onlineNote"),
                plain.apply("activationTime"),
                plain.apply("personInCharge"),
                plain.apply("staff"),
                plain.apply("hours"),
                new ServiceContact(
                        plain.apply("contactName"),
                        plain.apply("contactRole"),
                        plain.apply("contactPhone"),
                        plain.apply("contactEmail"),
                        plain.apply("contactPec"),
                        !plain.apply("contactOfPartner").isEmpty()),
                english(plain),
                attachments,
                version);
    }

    private static Map<SheetBlock, String> english(Function<String, String> texts) {
        Map<SheetBlock, String> english = new EnumMap<>(SheetBlock.class);
        for (SheetBlock block : SheetBlock.values()) {
            String text = texts.apply(block.field());
            if (!text.isEmpty()) {
                english.put(block, text);
            }
        }
        return english;
    }

    /** The level that a number from 1 to 5 stands for; {@code null} for anything else. */
    static @Nullable OnlineLevel level(String number) {
        return number.matches("[1-5]")
                ? OnlineLevel.of(Integer.parseInt(number)).orElse(null)
                : null;
    }

    private static List<Block> blocks(ServiceSheet sheet) {
        List<Block> blocks = new ArrayList<>();
        add(blocks, "context", "Contesto di riferimento", sheet.context());
        add(blocks, "subject", "Oggetto del servizio", sheet.subject());
        add(blocks, "recipients", "Destinatari", sheet.recipients());
        add(blocks, "technology", "Partner tecnologici", sheet.technology());
        add(blocks, "duties", "Obblighi e adempimenti", sheet.duties());
        add(blocks, "costs", "Costi", sheet.costs());
        add(blocks, "conditions", "Condizioni particolari", sheet.conditions());
        add(blocks, "activationTime", "Tempo di attivazione", sheet.activationTime());
        add(blocks, "onlineNow", "Livello di informatizzazione, oggi", sheet.onlineNow());
        add(blocks, "onlinePlanned", "Livello di informatizzazione, previsto", sheet.onlinePlanned());
        add(blocks, "onlineNote", "Spiegazione del livello", sheet.onlineNote());
        add(blocks, "personInCharge", "Responsabile di procedimento", sheet.personInCharge());
        add(blocks, "staff", "Personale addetto", sheet.staff());
        add(blocks, "hours", "Orari", sheet.hours());
        ServiceContact contact = sheet.contact();
        add(blocks, "contactName", "Referente", contact.name());
        add(blocks, "contactRole", "Ruolo del referente", contact.role());
        add(blocks, "contactPhone", "Telefono del referente", contact.phone());
        add(blocks, "contactEmail", "E-mail del referente", contact.email());
        add(blocks, "contactPec", "PEC del referente", contact.pec());
        String ofPartner = contact.ofPartner() ? "si" : "";
        blocks.add(new Block(
                "contactOfPartner", "Il referente è del partner tecnologico", ofPartner, ofPartner.replace('i', 'ì')));
        for (SheetBlock block : SheetBlock.values()) {
            add(blocks, block.field(), block.label(), sheet.inEnglish(block));
        }
        return blocks;
    }

    private static void add(List<Block> blocks, String name, String label, String text) {
        blocks.add(new Block(name, label, text, text));
    }

    private static void add(List<Block> blocks, String name, String label, @Nullable OnlineLevel level) {
        blocks.add(new Block(
                name,
                label,
                level == null ? "" : Integer.toString(level.number()),
                level == null ? "" : level.label()));
    }
}
