// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.lists.ExportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A body with three tickets, of which its people see one: it is with a supplier; another is Elena's alone, the third was
 * removed. Another body has a ticket that is with nobody.
 */
@OpenCitTest
class TicketExportsTest {

    private static final String CENTRE = "scarichi";
    private static final String HEAD = "\ufeffNumero;Titolo;Stato;Urgenza;Aperto il;Prossima scadenza";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    Path directory;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    private OrganizationId unione = new OrganizationId(1);
    private OrganizationId body = new OrganizationId(1);
    private SupplierId rete = new SupplierId(1);
    private TicketNumber seen = new TicketNumber(1);

    @BeforeEach
    void ticketsToBeSeenAndNot() {
        cast.at(CENTRE, () -> {
            body = Desk.body(organizations);
            rete = Desk.supplier(suppliers);
            unione = organizations.add(
                    OrganizationDetails.of(OrganizationKind.UNIONE, "Unione dei Colli " + NUMBER.incrementAndGet()));
            organizations.join(unione, body, new Period(LocalDate.of(2015, 1, 1), null));
            seen = tickets.open(Desk.asked(body, "La fibra è giù"), Desk.ELENA);
            tickets.assign(seen, null, Assignee.of(suppliers.get(rete)), "", Desk.ANNA);
            tickets.open(Desk.asked(body, "Cosa mia").with(new Sharing(Audience.OWN, false, List.of())), Desk.ELENA);
            TicketNumber removed = tickets.open(Desk.asked(body, "Per sbaglio"), Desk.ELENA);
            tickets.assign(removed, null, Assignee.of(suppliers.get(rete)), "", Desk.ANNA);
            tickets.move(removed, TicketState.DELETED, null, "Prova", Desk.ANNA);
            tickets.open(Desk.asked(Desk.body(organizations), "Di un altro"), Desk.ELENA);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aBodyTakesWhatItsPageShows(ExportFormat format) throws Exception {
        shows(format, "/area/assistenza/ticket.", cast.referente("ugo", body.value(), CENTRE));
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierTakesWhatItsPageShows(ExportFormat format) throws Exception {
        shows(format, "/fornitore/ticket.", cast.fornitore(rete.value(), CENTRE));
    }

    @ParameterizedTest
    @EnumSource
    void aUnioneTakesWhatItsPageShows(ExportFormat format) throws Exception {
        String list = OverseerController.MEMBERS + "/" + body + "/ticket.";
        RequestPostProcessor bruno = cast.referente("bruno", unione.value(), CENTRE);
        web.perform(get(list + format).with(bruno)).andExpect(status().isNotFound());
        web.perform(post(OverseerSettingsController.ADDRESS)
                        .param("organization", unione.toString())
                        .param("basis", "Convenzione, art. 7")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound());

        shows(format, list, bruno);
    }

    /** The same row, in the same columns, in every form: nothing of who works on it, of other people, of other bodies. */
    private void shows(ExportFormat format, String address, RequestPostProcessor by) throws Exception {
        byte[] file = file(address + format, by);
        String text = format == ExportFormat.csv ? new String(file, StandardCharsets.UTF_8) : unzipped(file);
        assertThat(text)
                .contains("La fibra", "In lavorazione")
                .doesNotContain("Rete Srl", "Assegnato a", "Ente", "Roccaverde", "Elena", "Anna")
                .doesNotContain("Cosa mia", "Per sbaglio", "Di un altro");
        if (format == ExportFormat.csv) {
            assertThat(text.lines()).hasSize(2).first().isEqualTo(HEAD);
            assertThat(text).contains(seen + ";La fibra è giù;");
            assertThat(new String(file(address + "csv?stato=CLOSED", by), StandardCharsets.UTF_8).lines())
                    .hasSize(1);
            assertThat(new String(
                            file(address + "csv?stato=DELETED&ente=1&assegnatario=nessuno", by),
                            StandardCharsets.UTF_8))
                    .doesNotContain("Per sbaglio", "Di un altro");
        }
    }

    @Test
    void theOfficeTakesEverything() throws Exception {
        String csv = new String(
                file(Addresses.TICKETS + "/ticket.csv?ente=" + body, cast.coordinatore(CENTRE)),
                StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("Assegnato a", "Rete Srl", "Cosa mia", "Per sbaglio");
    }

    private byte[] file(String address, RequestPostProcessor by) throws Exception {
        return web.perform(get(address).with(by))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** All that is in a package. */
    private String unzipped(byte[] file) throws IOException {
        Path kept = Files.write(directory.resolve("elenco.zip"), file);
        var all = new StringBuilder();
        try (var zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
