// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Tina and Tullio work in Tributi, Aldo in Anagrafe, of Zeno it is not known where; Ugo works in the Tributi of another body.
 * Tina asks what only her office sees.
 */
@OpenCitTest
class OfficeAudienceTest {

    private static final String CENTRE = "uffici";
    private static final Author TINA = new Author("tina-tributi", "Tina Bo", false);
    private static final Sharing OFFICE = new Sharing(Audience.OFFICE, false, List.of());

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Observers observers;

    @Autowired
    Overseers overseers;

    @Autowired
    Tickets tickets;

    @Autowired
    Merges merges;

    @Autowired
    TicketReadStore reads;

    @Autowired
    SharingStore sharings;

    private OrganizationId body = new OrganizationId(1);
    private OrganizationId other = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicketOfAnOffice() {
        cast.at(CENTRE, () -> {
            body = Desk.body(organizations);
            other = Desk.body(organizations);
            works(body, "tina-tributi", "Tina Bo", "Ufficio  Tributi");
            works(body, "tullio-tributi", "Tullio Re", " ufficio TRIBUTI ");
            works(body, "aldo-anagrafe", "Aldo Po", "Anagrafe");
            works(body, "zeno-ignoto", "Zeno Su", "");
            works(other, "ugo-altrove", "Ugo Va", "Ufficio Tributi");
            number = tickets.open(Desk.asked(body, "Ruoli della TARI").with(OFFICE), TINA);
        });
    }

    private void works(OrganizationId where, String username, String name, String office) {
        persons.grant(persons.enrol(username, name, "demo"), Role.REFERENTE, where.value());
        organizations.add(
                where,
                new BodyPerson(PersonRole.CONTACT, name, "", "", office, new Period(LocalDate.of(2020, 1, 1), null)));
    }

    @Test
    void theOfficeReadsItInEveryWayAndOthersInNone() throws Exception {
        FileId file = cast.at(
                CENTRE,
                () -> tickets.attach(
                        number,
                        Visibility.PUBLIC,
                        new Upload(
                                "ruoli.txt",
                                new ByteArrayInputStream("Elenco dei ruoli".getBytes(StandardCharsets.UTF_8))),
                        TINA));
        for (String colleague : List.of("tina-tributi", "tullio-tributi")) {
            reads(colleague, body, file, true);
        }
        for (String excluded : List.of("aldo-anagrafe", "zeno-ignoto", "nessuno")) {
            reads(excluded, body, file, false);
        }
        reads("ugo-altrove", other, file, false);
        reads("tullio-tributi", other, file, false);
        web.perform(get(Addresses.of(number)).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Solo l'Ufficio Tributi")));
        web.perform(get(Addresses.of(number)).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private void reads(String username, OrganizationId where, FileId file, boolean does) throws Exception {
        String page = Addresses.inArea(number);
        String api = "/api/v1/tickets";
        RequestPostProcessor by = cast.referente(username, where.value(), CENTRE);
        var found = does ? status().isOk() : status().isNotFound();
        var named = does ? containsString("Ruoli della TARI") : not(containsString("Ruoli della TARI"));
        web.perform(get(page).with(by)).andExpect(found);
        web.perform(get(page + "/allegati/" + file).with(by)).andExpect(found);
        web.perform(post(page + "/risposte").param("text", "Letto").with(by))
                .andExpect(does ? redirectedUrl(page) : status().isNotFound());
        web.perform(get(Addresses.AREA).with(by)).andExpect(content().string(named));
        web.perform(get(Addresses.AREA).param("q", "ruoli").with(by))
                .andExpect(content().string(named));
        web.perform(get(api + "/" + number).with(by)).andExpect(found);
        web.perform(get(api).with(by)).andExpect(content().string(named));
        web.perform(get(api).param("q", "ruoli").with(by)).andExpect(content().string(named));
        boolean told = cast.at(CENTRE, () -> reads.shared(Set.of(number.value()))).stream()
                .anyMatch(one -> one.isSeenBy(new Viewer.OfBody(where, username)));
        assertThat(told).as("live, " + username).isEqualTo(does);
    }

    @Test
    void theOfficeIsThatOfThenAndItsPeopleThoseOfNow() {
        moves("Tina Bo", "Anagrafe");
        assertThat(sees("tina-tributi")).as("her own").isTrue();
        assertThat(sees("aldo-anagrafe")).as("of her new office").isFalse();
        assertThat(sees("tullio-tributi")).isTrue();
        moves("Tullio Re", "Anagrafe");
        moves("Zeno Su", "ufficio tributi");
        assertThat(sees("tullio-tributi")).as("left").isFalse();
        assertThat(sees("zeno-ignoto")).as("came").isTrue();
        cast.at(
                CENTRE,
                () -> tickets.share(
                        number, null, new Sharing(Audience.OFFICE, false, observers("Aldo Po")), Desk.ANNA));
        assertThat(cast.at(CENTRE, () -> sharings.of(number)).office()).isEqualTo("Ufficio Tributi");
        assertThat(sees("aldo-anagrafe")).as("named").isTrue();
    }

    @Test
    void confidentialItIsOfItsRequesterAlone() {
        cast.at(CENTRE, () -> tickets.share(number, null, new Sharing(Audience.OFFICE, true, List.of()), Desk.ANNA));
        assertThat(sees("tina-tributi")).isTrue();
        assertThat(sees("tullio-tributi")).isFalse();
        assertThat(cast.at(CENTRE, () -> sharings.of(number)).shown()).isEqualTo("Riservato. " + Audience.OWN.label());
    }

    @Test
    void anUnioneReadsItNot() throws Exception {
        OrganizationId unione = cast.at(CENTRE, () -> {
            OrganizationId founded =
                    organizations.add(OrganizationDetails.of(OrganizationKind.UNIONE, "Unione degli uffici " + body));
            organizations.join(founded, body, new Period(LocalDate.of(2015, 1, 1), null));
            overseers.allow(founded, "Convenzione, art. 7");
            works(founded, "uno-unione", "Uno Nio", "Ufficio Tributi");
            return founded;
        });
        String list = OverseerController.MEMBERS + "/" + body;
        RequestPostProcessor by = cast.referente("uno-unione", unione.value(), CENTRE);
        web.perform(get(list).with(by))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Ruoli della TARI"))));
        web.perform(get(list + "/" + number).with(by)).andExpect(status().isNotFound());
    }

    @Test
    void mergedIntoWhatAllSeeItKeepsItsOwnReaders() throws Exception {
        TicketNumber into = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La TARI di tutti"), TINA));
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, "Parola degli uffici", TINA));
        cast.at(CENTRE, () -> merges.merge(number, into, Desk.ANNA));
        page("tullio-tributi", into).andExpect(content().string(containsString("Parola degli uffici")));
        page("aldo-anagrafe", into)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Parola degli uffici"))));
    }

    @Test
    void aDuplicateThatComesInLeavesItOfTheOffice() {
        TicketNumber duplicate = cast.at(
                CENTRE, () -> tickets.open(Desk.asked(body, "TARI"), new Author("aldo-anagrafe", "Aldo Po", false)));
        cast.at(CENTRE, () -> merges.merge(duplicate, number, Desk.ANNA));
        assertThat(cast.at(CENTRE, () -> sharings.of(number)).audience()).isEqualTo(Audience.OFFICE);
        assertThat(sees("tullio-tributi")).isTrue();
        assertThat(sees("zeno-ignoto")).isFalse();
        cast.at(CENTRE, () -> merges.undo(duplicate, Desk.ANNA));
        assertThat(cast.at(CENTRE, () -> sharings.of(number)).office()).isEqualTo("Ufficio Tributi");
    }

    @Test
    void theFormOffersTheOwnOfficeAndNoneToWhoHasNone() throws Exception {
        String form = Addresses.AREA + "/nuovo";
        web.perform(get(form).param("categoria", "assistenza").with(by("tina-tributi")))
                .andExpect(content().string(containsString("Solo l'Ufficio Tributi")));
        web.perform(get(form).param("categoria", "assistenza").with(by("zeno-ignoto")))
                .andExpect(content().string(not(containsString("value=\"OFFICE\""))))
                .andExpect(content().string(containsString("lo scrive il centro tra le persone")));
        web.perform(post(form)
                        .param("category", "assistenza")
                        .param("title", "Aperto dal modulo")
                        .param("description", "x")
                        .param("audience", "OFFICE")
                        .with(by("tullio-tributi")))
                .andExpect(status().is3xxRedirection());
        web.perform(get(Addresses.AREA).with(by("aldo-anagrafe")))
                .andExpect(content().string(not(containsString("Aperto dal modulo"))));
        web.perform(post(form)
                        .param("category", "assistenza")
                        .param("title", "Di chi")
                        .param("description", "x")
                        .param("audience", "OFFICE")
                        .with(by("zeno-ignoto")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Non si sa in quale ufficio")));
    }

    @Test
    void theInterfaceTakesItAndNamesTheFieldWhereTheOfficeIsNotKnown() throws Exception {
        String json = "{\"type\":\"FAULT\",\"title\":\"Da programma\",\"description\":\"x\",\"visibility\":\"OFFICE\"}";
        web.perform(post("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(by("aldo-anagrafe")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.visibility").value("OFFICE"))
                .andExpect(jsonPath("$.office").value("Anagrafe"));
        web.perform(post("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(by("zeno-ignoto")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("visibility"));
        assertThatThrownBy(() -> cast.at(
                        CENTRE,
                        () -> tickets.open(
                                Desk.asked(body, "Di chi").with(OFFICE), new Author("zeno-ignoto", "Zeno Su", false))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theOfficeOfTheCentreMayDecideItLater() throws Exception {
        TicketNumber all = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Di tutti"), TINA));
        String address = Addresses.of(all) + "/visibilita";
        web.perform(post(address).param("audience", "OFFICE").with(by("tina-tributi")))
                .andExpect(status().isForbidden());
        web.perform(post(address).param("audience", "OFFICE").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(redirectedUrl(Addresses.of(all)));
        page("aldo-anagrafe", all).andExpect(status().isNotFound());
        page("tullio-tributi", all).andExpect(status().isOk());
    }

    @Test
    void theOfficeIsWrittenAmongThePersonsOfTheBody() throws Exception {
        String persons = "/gestione/enti/" + body + "/persone";
        web.perform(post(persons)
                        .param("role", "CONTACT")
                        .param("name", "Nina Lo")
                        .param("office", "Polizia   locale")
                        .param("from", "2020-01-01")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/gestione/enti/" + body).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Ufficio: Polizia locale")));
        web.perform(post(persons)
                        .param("role", "CONTACT")
                        .param("name", "Nina Lo")
                        .param("office", "x".repeat(201))
                        .param("from", "2020-01-01")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 200")));
        web.perform(get(persons + "/nuova").with(by("tina-tributi"))).andExpect(status().isForbidden());
    }

    private List<Observer> observers(String name) {
        return observers.chosen(body, Audience.NAMED, false, List.of(name)).observers();
    }

    private void moves(String name, String office) {
        cast.at(CENTRE, () -> {
            KnownPerson known = organizations.persons(List.of(body)).stream()
                    .filter(one -> one.person().name().equals(name))
                    .findFirst()
                    .orElseThrow();
            BodyPerson person = known.person();
            organizations.change(
                    body,
                    known.id(),
                    new BodyPerson(person.role(), person.name(), person.email(), person.phone(), office, person.term()),
                    known.version());
        });
    }

    private boolean sees(String username) {
        return cast.at(CENTRE, () -> reads.shared(Set.of(number.value()))).stream()
                .anyMatch(one -> one.isSeenBy(new Viewer.OfBody(body, username)));
    }

    private ResultActions page(String username, TicketNumber which) throws Exception {
        return web.perform(get(Addresses.inArea(which)).with(by(username)));
    }

    private RequestPostProcessor by(String username) {
        return cast.referente(username, body.value(), CENTRE);
    }
}
