// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of the OPI "giornale di cassa", versions 1.7.1 and 1.8 (AgID, SIOPE+), a movement at a time: the file is
 * never whole in memory. The two differ in one value of tipo_esecuzione. Nothing outside the file is ever read.
 */
final class JournalReader {

    private static final String ROOT = "flusso_giornale_di_cassa";
    private static final String MOVEMENT = "movimento_conto_evidenza";
    private static final Set<String> OPERATIONS = Set.of("ESEGUITO", "STORNATO", "REGOLARIZZATO", "RIPRISTINATO");
    private static final int LONGEST_VALUE = 4_000;

    private final XMLStreamReader xml;
    private final String fileName;
    private final Taker taker;
    private final Map<String, String> head = new HashMap<>();
    private String account = "";
    private int position;
    private boolean begun;

    /** What is done with a page as it is read. */
    interface Taker {

        /** Called once, before the first movement. */
        void page(JournalMovement.Page page);

        void movement(JournalMovement movement);

        /** A movement that is not income from a provvisorio or a reversale. */
        void other();

        /** A movement that cannot be taken: the element at fault and why. */
        void wrong(int position, String element, String why);
    }

    private JournalReader(XMLStreamReader xml, String fileName, Taker taker) {
        this.xml = xml;
        this.fileName = fileName;
        this.taker = taker;
    }

    /** @throws Refusal when the file is not a journal, or ends in the middle */
    static void read(InputStream file, String fileName, Taker taker) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(file);
            try {
                new JournalReader(xml, fileName, taker).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw Refusal.inField(
                    "file",
                    "treasury.journal.broken",
                    fileName,
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
        }
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw Refusal.inField("file", "treasury.journal.doctype", fileName);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (!begun) {
                if (!element.equals(ROOT)) {
                    throw Refusal.inField("file", "treasury.journal.other-root", fileName, element, ROOT);
                }
                begun = true;
                continue;
            }
            switch (element) {
                case "identificativo_flusso_BT", "pagina", "pagine_totali", "esercizio", "data_riferimento_GdC" ->
                    head.put(element, text());
                case "informazioni_conto_evidenza" -> {
                    if (position == 0 && !head.containsKey("announced")) {
                        announce();
                    }
                }
                case "conto_evidenza" -> account = text();
                case MOVEMENT -> movement();
                default -> {}
            }
        }
        if (!head.containsKey("announced")) {
            announce();
        }
    }

    private void announce() {
        head.put("announced", "");
        String flow = headed("identificativo_flusso_BT").replaceFirst("#\\d{3}#\\d{3}$", "");
        int page = headNumber("pagina");
        int pages = headNumber("pagine_totali");
        int exercise = headNumber("esercizio");
        if (page < 1 || pages < page || exercise < 1999 || exercise > 2099) {
            throw Refusal.inField("file", "treasury.journal.pages", fileName, page, pages);
        }
        try {
            taker.page(new JournalMovement.Page(
                    flow, page, pages, exercise, LocalDate.parse(day(headed("data_riferimento_GdC")))));
        } catch (DateTimeException e) {
            throw Refusal.inField("file", "treasury.journal.element", fileName, "data_riferimento_GdC");
        }
    }

    private String headed(String element) {
        String value = head.getOrDefault(element, "");
        if (value.isEmpty()) {
            throw Refusal.inField("file", "treasury.journal.element", fileName, element);
        }
        return value;
    }

    private int headNumber(String element) {
        String value = headed(element);
        if (!value.matches("\\d{1,7}")) {
            throw Refusal.inField("file", "treasury.journal.element", fileName, element);
        }
        return Integer.parseInt(value);
    }

    private void movement() throws XMLStreamException {
        position++;
        Map<String, String> values = new HashMap<>();
        List<String[]> links = new ArrayList<>();
        String link = "";
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                switch (element) {
                    case "sospeso", "cliente", "sospeso_da_regolarizzare" -> depth++;
                    case "numero_provvisorio" -> link = text();
                    case "importo_provvisorio" -> links.add(new String[] {link, text()});
                    case "dati_a_disposizione_BT", "delegato", "creditore_effettivo" -> skip();
                    default -> values.put(element, text());
                }
            }
        }
        take(values, links);
    }

    private void take(Map<String, String> values, List<String[]> links) {
        String document = values.getOrDefault("tipo_documento", "");
        boolean income = values.getOrDefault("tipo_movimento", "").equals("ENTRATA")
                && (document.equals(JournalMovement.PROVVISORIO) || document.equals(JournalMovement.REVERSALE));
        if (!income) {
            taker.other();
            return;
        }
        String operation = values.getOrDefault("tipo_operazione", "");
        if (!OPERATIONS.contains(operation)) {
            wrong("tipo_operazione", "treasury.journal.operation", operation);
            return;
        }
        String number = values.getOrDefault("numero_documento", "");
        if (!number.matches("\\d{1,18}") || Long.parseLong(number) == 0) {
            wrong("numero_documento", "treasury.journal.number", number);
            return;
        }
        Euro amount = amount(values.getOrDefault("importo", ""));
        if (amount == null) {
            wrong("importo", "treasury.journal.amount", values.getOrDefault("importo", ""));
            return;
        }
        LocalDate movedOn =
                date(values.getOrDefault("data_effettiva_sospeso", values.getOrDefault("data_movimento", "")));
        if (movedOn == null) {
            wrong("data_movimento", "treasury.journal.date", values.getOrDefault("data_movimento", ""));
            return;
        }
        List<JournalMovement.Link> regularised = new ArrayList<>();
        boolean back = operation.equals("STORNATO") || operation.equals("RIPRISTINATO");
        for (String[] pair : links) {
            Euro part = amount(pair[1]);
            if (part == null || !pair[0].matches("\\d{1,18}")) {
                wrong("sospeso", "treasury.journal.link", pair[0]);
                return;
            }
            regularised.add(new JournalMovement.Link(Long.parseLong(pair[0]), back ? part.negated() : part));
        }
        String line = values.getOrDefault("progressivo_documento", "0");
        taker.movement(new JournalMovement(
                position,
                document,
                operation,
                Long.parseLong(number),
                line.matches("\\d{1,18}") ? Long.parseLong(line) : 0,
                amount,
                movedOn,
                values.getOrDefault("anagrafica_cliente", ""),
                values.getOrDefault("codice_fiscale_cliente", values.getOrDefault("partita_iva_cliente", "")),
                values.getOrDefault("causale", ""),
                values.getOrDefault("tipo_esecuzione", ""),
                values.getOrDefault("end_to_end_id", values.getOrDefault("codice_riferimento_operazione", "")),
                List.copyOf(regularised),
                fingerprint(values)));
    }

    /** Amounts carry no sign of their own in the journal: the operation says which way they go. */
    private static @Nullable Euro amount(String written) {
        if (!written.matches("-?\\d{1,13}(\\.\\d{1,2})?")) {
            return null;
        }
        return Euro.exactly(new BigDecimal(written).abs());
    }

    private static @Nullable LocalDate date(String written) {
        try {
            return LocalDate.parse(day(written));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An xs:date may carry a time zone. */
    private static String day(String written) {
        return written.length() > 10 ? written.substring(0, 10) : written;
    }

    private void wrong(String element, String key, String value) {
        taker.wrong(position, element, Messages.text(key, value));
    }

    private String fingerprint(Map<String, String> values) {
        var text = new StringBuilder(head.getOrDefault("esercizio", ""))
                .append('|')
                .append(account);
        for (String element : List.of(
                "numero_movimento",
                "tipo_documento",
                "tipo_operazione",
                "numero_documento",
                "progressivo_documento",
                "importo",
                "numero_bolletta_quietanza",
                "numero_bolletta_quietanza_storno",
                "data_movimento",
                "codice_riferimento_operazione",
                "end_to_end_id",
                "anagrafica_cliente",
                "causale")) {
            text.append('|').append(values.getOrDefault(element, ""));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of an element that holds nothing else; elements that treasurers add within are passed over. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 1 && text.length() < LONGEST_VALUE) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString().strip();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }
}
