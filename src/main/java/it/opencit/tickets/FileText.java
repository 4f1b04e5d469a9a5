// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * The text of a file: of a PDF, of a word processor's document (DOCX, ODT), of plain text and tables, of a message, and of
 * each of them inside a signed envelope (p7m). What a file is, is read from its content.
 *
 * @param text no longer than {@link #LONGEST}; "" when there is none
 */
record FileText(Found found, String text) {

    /** Characters that are kept: some thirty pages. Whoever searches remembers how a document begins. */
    static final int LONGEST = 60_000;

    /** Bytes that a compressed part may become: beyond it a file is made to fill the memory. */
    static final long LARGEST_PART = 20L * 1024 * 1024;

    /** The type of a signed envelope (RFC 5652). */
    private static final ASN1ObjectIdentifier SIGNED_DATA = new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");

    private static final int MOST_PAGES = 300;
    private static final int DEEPEST = 3;
    private static final Set<String> TEXTS = Set.of("txt", "csv", "md", "log", "xml", "json");

    static final FileText NOTHING = new FileText(Found.NOTHING, "");
    static final FileText BROKEN = new FileText(Found.BROKEN, "");
    static final FileText TOO_SLOW = new FileText(Found.TOO_SLOW, "");

    /** How the reading went. */
    enum Found {
        TEXT,
        /** A picture, a scan, or a kind of file of which nothing is read. */
        NOTHING,
        TOO_SLOW,
        BROKEN
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it is not what it seems
     */
    static FileText of(String name, byte[] content) throws IOException {
        var words = new Words();
        try {
            read(name, content, words, 0);
        } catch (Enough enough) {
            // what was read until then is kept
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        String text = words.text.toString().strip();
        return text.isEmpty() ? NOTHING : new FileText(Found.TEXT, text);
    }

    private static void read(String name, byte[] content, Words words, int depth)
            throws IOException, XMLStreamException {
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (begins(content, "%PDF-")) {
            pdf(content, words);
        } else if (begins(content, "PK\u0003\u0004")) {
            office(content, words);
        } else if (kind.equals("p7m")) {
            if (depth < DEEPEST) {
                read(name.substring(0, name.length() - ".p7m".length()), enveloped(content), words, depth + 1);
            }
        } else if (kind.equals("eml")) {
            Letter letter = LetterReader.read(content, "");
            words.write(letter.subject() + "\n" + letter.text() + "\n");
            for (Letter.Enclosed enclosed : letter.enclosed()) {
                if (depth < DEEPEST) {
                    read(enclosed.name(), enclosed.content(), words, depth + 1);
                }
            }
        } else if (TEXTS.contains(kind)) {
            words.write(decoded(content));
        }
    }

    private static boolean begins(byte[] content, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length
                && java.util.Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** Large documents lie in a file of their own while they are read, not in memory. */
    private static void pdf(byte[] content, Words words) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(content), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(document, words);
        }
    }

    /** The part of a word processor's document where its text lies, by its tags of paragraph. */
    private static void office(byte[] content, Words words) throws IOException, XMLStreamException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")
                        || entry.getName().equals("content.xml")) {
                    xml(new Limited(zip, LARGEST_PART), words);
                    return;
                }
                // Skipping unpacks too: what comes before the text counts against the limit as well.
                new Limited(zip, LARGEST_PART).transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    private static void xml(InputStream stream, Words words) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(stream);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS -> words.write(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (Set.of("p", "h", "tab", "br", "line-break").contains(reader.getLocalName())) {
                        words.write("\n");
                    }
                }
                default -> {}
            }
        }
    }

    /** What was signed, out of a CAdES envelope (PKCS #7); its signature is not checked here, only its content read. */
    private static byte[] enveloped(byte[] content) throws IOException {
        byte[] der = begins(content, "-----BEGIN") || begins(content, "MI") ? fromText(content) : content;
        try {
            // ContentInfo: type, [0] content; SignedData: version, digests, what was signed (type, [0] octets), …
            ASN1Sequence outer = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            if (!SIGNED_DATA.equals(outer.getObjectAt(0))) {
                return new byte[0];
            }
            ASN1Sequence signed = ASN1Sequence.getInstance(tagged(outer.getObjectAt(1)));
            ASN1Sequence inside = ASN1Sequence.getInstance(signed.getObjectAt(2));
            return inside.size() < 2
                    ? new byte[0]
                    : ASN1OctetString.getInstance(tagged(inside.getObjectAt(1))).getOctets();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException other) {
            throw new IOException("Not a signed envelope", other);
        }
    }

    private static ASN1Encodable tagged(ASN1Encodable element) {
        return ASN1TaggedObject.getInstance(element).getExplicitBaseObject();
    }

    private static byte[] fromText(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII).replaceAll("-----[A-Z0-9 ]+-----", "");
        return java.util.Base64.getMimeDecoder().decode(text);
    }

    /** As it was most likely written: UTF-8 where it is that, else as Windows writes it. */
    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    /** As many characters as are wanted were read. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super("Enough", null, false, false);
        }
    }

    /** Takes text until there is enough, or until who waits for it has given up. */
    private static final class Words extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int length) {
            int left = LONGEST - text.length();
            for (int i = from; i < from + Math.min(length, left); i++) {
                text.append(characters[i] == '\0' ? ' ' : characters[i]); // which PostgreSQL does not store
            }
            if (length >= left || Thread.currentThread().isInterrupted()) {
                throw new Enough();
            }
        }

        @Override
        public void write(String string) {
            char[] characters = string.toCharArray();
            write(characters, 0, characters.length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** A stream that ends in a refusal where it grows beyond a limit. */
    private static final class Limited extends java.io.FilterInputStream {

        private long left;

        Limited(InputStream stream, long most) {
            super(stream);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws IOException {
            left -= more;
            if (left < 0) {
                throw new IOException("Unpacks to more than " + LARGEST_PART + " bytes");
            }
        }
    }
}
