// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.documents.PdfA;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class FileWordsTest {

    private static final String CENTRE = Desk.CENTRE;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    FileWords words;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTicketIsFoundByTheWordsOfItsFilesByWhoMaySeeThem() throws Exception {
        OrganizationId body = cast.at(CENTRE, () -> Desk.body(organizations));
        TicketNumber open = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Con allegato"), Desk.ELENA));
        TicketNumber hidden = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Con nota"), Desk.ELENA));
        TicketNumber broken = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Con scarto"), Desk.ELENA));
        cast.at(CENTRE, () -> {
            tickets.attach(
                    open,
                    Visibility.PUBLIC,
                    pdf("verbale.pdf", "Il quattrocchi perché delle caldaie zuzzurellone"),
                    Desk.ELENA);
            tickets.attach(
                    hidden, Visibility.INTERNAL, pdf("riservato.pdf", "Un'altra caldaia zuzzurellona"), Desk.ANNA);
            tickets.attach(
                    broken,
                    Visibility.PUBLIC,
                    new Upload(
                            "rotto.pdf", stream("%PDF-1.7\n1 0 obj zuzzurellone".getBytes(StandardCharsets.US_ASCII))),
                    Desk.ELENA);
        });
        desk("zuzzurellone").andExpect(content().string(not(containsString("Con allegato"))));

        words.read();
        words.read();

        desk("zuzzurellone caldaia")
                .andExpect(content().string(containsString("Con allegato")))
                .andExpect(content().string(containsString("Con nota")))
                .andExpect(content().string(not(containsString("Con scarto"))));
        desk("quattrocchi perche").andExpect(content().string(containsString("Con allegato")));
        web.perform(get(Addresses.AREA).param("q", "zuzzurellone").with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(containsString("Con allegato")))
                .andExpect(content().string(not(containsString("Con nota"))));
        assertThat(cast.at(
                        CENTRE,
                        () -> jdbc.sql(
                                        "select read_found || read_tries from tickets.attachment where ticket_id >= :first order by id")
                                .param("first", open.value())
                                .query(String.class)
                                .list()))
                .containsExactly("TEXT1", "TEXT1", "BROKEN1");
    }

    @Test
    void theTextIsReadFromEveryKindOfFile() throws Exception {
        String docx =
                "<w:document xmlns:w='w'><w:p><w:t>Prima riga</w:t></w:p><w:p><w:t>seconda</w:t></w:p></w:document>";
        String odt = "<o xmlns:text='t'><text:h>Titolo</text:h><text:p>Testo</text:p></o>";
        assertThat(text("a.docx", zip("word/document.xml", docx.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Prima riga\nseconda");
        assertThat(text("a.odt", zip("content.xml", odt.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Titolo\nTesto");
        assertThat(text("a.txt", "perché".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("perché");
        assertThat(text("a.csv", "ente;quota\nRoè;1".getBytes(StandardCharsets.UTF_8)))
                .contains("Roè;1");
        assertThat(text(
                        "a.eml",
                        Letters.plain("a@b.it", "Oggetto del messaggio", "x1", "", "Il testo")
                                .getBytes(StandardCharsets.UTF_8)))
                .contains("Oggetto del messaggio")
                .contains("Il testo");
        byte[] signed = signed(page("Determina firmata"));
        assertThat(text("determina.pdf.p7m", signed)).contains("Determina firmata");
        assertThat(text("foto.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isEmpty();
        assertThat(text("a.txt", ("a\0b " + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .hasSize(FileText.LONGEST)
                .startsWith("a b x");
    }

    @Test
    void aFileMadeToFillTheMemoryIsGivenUp() throws Exception {
        byte[] bomb = zip("word/document.xml", new byte[(int) FileText.LARGEST_PART + 1]);
        assertThatThrownBy(() -> FileText.of("bomba.docx", bomb)).isInstanceOf(IOException.class);
        byte[] before = zip("word/media/image1.png", new byte[(int) FileText.LARGEST_PART + 1]);
        assertThatThrownBy(() -> FileText.of("bomba.docx", before)).isInstanceOf(IOException.class);
        String entities = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>";
        assertThatThrownBy(
                        () -> FileText.of("entità.odt", zip("content.xml", entities.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    private org.springframework.test.web.servlet.ResultActions desk(String words) throws Exception {
        return web.perform(get(Addresses.TICKETS).param("q", words).with(cast.coordinatore(CENTRE)));
    }

    private static String text(String name, byte[] content) throws IOException {
        return FileText.of(name, content).text();
    }

    private static Upload pdf(String name, String text) {
        return new Upload(name, stream(page(text)));
    }

    private static ByteArrayInputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static byte[] page(String text) {
        return PdfA.print("""
                <html lang="it"><head><title>Prova</title><meta name="description" content="Prova"/>
                <style>body { font-family: 'Titillium Web'; }</style></head><body><h1>Prova</h1><p>%s</p></body></html>
                """.formatted(text));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] signed(byte[] content) throws IOException {
        var inside = new BERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier("1.2.840.113549.1.7.1"), new BERTaggedObject(0, new BEROctetString(content))
        });
        var data = new BERSequence(new ASN1Encodable[] {new ASN1Integer(1), new DERSet(), inside, new DERSet()});
        return new BERSequence(new ASN1Encodable[] {
                    new ASN1ObjectIdentifier("1.2.840.113549.1.7.2"), new BERTaggedObject(0, data)
                })
                .getEncoded();
    }
}
