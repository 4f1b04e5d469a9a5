// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.SentStatements;
import it.opencit.catalogue.SupplierDetails;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the office reads in its own mailboxes: four people, of whom one does the accounts. Each test has a centre of its own. */
@OpenCitTest
class OfficeMailTest {

    private static final String HEAD = "capo@cit.example.it";
    private static final String CARLA = "carla@cit.example.it";
    private static final String DARIO = "dario@cit.example.it";
    private static final String BRUNO = "bruno@cit.example.it";
    private static final Author BY_CARLA = new Author("carla-posta", "Carla Monti", true);

    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    StaffGroups groups;

    @Autowired
    WatchStore store;

    @Autowired
    Alerts alerts;

    @Autowired
    JdbcClient jdbc;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void anOfficeOfFour() {
        clock.moveTo(Times.at("2026-11-16 09:00"));
        centre = "posta" + ++centres;
        body = cast.at(centre, () -> {
            works("capo-posta", "Marta Capo", Role.COORDINATORE, HEAD);
            works("carla-posta", "Carla Monti", Role.OPERATORE, CARLA);
            works("dario-posta", "Dario Neri", Role.OPERATORE, DARIO);
            works("bruno-posta", "Bruno Bassi", Role.AMMINISTRATIVO, BRUNO);
            rulebooks.current();
            return Desk.body(organizations);
        });
    }

    private void works(String username, String name, Role role, String address) {
        long person = persons.enrol(username, name, "molto segreta");
        persons.grant(person, role, null);
        persons.writeTo(person, address);
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aNewTicketIsToldOnceToWhoWorksTicketsButNotToWhoOpenedIt() {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "Ferma"), BY_CARLA));

        round("2026-11-16 09:01");
        round("2026-11-16 09:02");

        assertThat(recipients("ticket-" + number + "-nuovo%")).containsExactlyInAnyOrder(HEAD, DARIO);
        assertThat(text(HEAD))
                .contains("ancora di nessuno")
                .contains("Roccaverde")
                .contains("urgenza media");
    }

    @Test
    void whatComesInTheNightIsOneMailInTheMorning() {
        clock.moveTo(Times.at("2026-11-16 22:00"));
        for (String title : List.of("Prima", "Seconda", "Terza")) {
            cast.at(centre, () -> tickets.open(Desk.asked(body, title), Desk.ELENA));
        }
        cast.at(
                centre,
                () -> tickets.open(Desk.asked(body, "Importata"), Desk.ELENA, Times.at("2026-11-02 09:00"))); // no news

        round("2026-11-17 03:00");
        assertThat(recipients("ticket-nuovi-%")).isEmpty();
        round("2026-11-17 08:30");

        assertThat(recipients("ticket-nuovi-%")).containsExactlyInAnyOrder(HEAD, CARLA, DARIO);
        assertThat(text(CARLA))
                .contains("«Prima»")
                .contains("«Seconda»")
                .contains("«Terza»")
                .doesNotContain("Importata");
    }

    @Test
    void whatSomebodyTookBeforeTheRoundIsNoNews() {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "Presa"), Desk.ELENA));
        cast.at(centre, () -> tickets.assign(number, null, person("carla-posta"), "", BY_CARLA));

        round("2026-11-16 09:01");

        assertThat(recipients("ticket-%" + number + "%")).isEmpty();
    }

    @Test
    void theCentreChoosesWhoIsToldOfNewTickets() throws Exception {
        long accounts =
                cast.at(centre, () -> groups.keep(group("Conti", "bruno-posta")).id());
        String path = Addresses.SETTINGS + "/avvisi";
        web.perform(get(path).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Gruppo: Conti")));
        web.perform(post(path)
                        .param("days", "10")
                        .param("first", "gruppo-" + accounts)
                        .with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        TicketNumber toGroup = cast.at(centre, () -> tickets.open(Desk.asked(body, "Al gruppo"), Desk.ELENA));
        round("2026-11-16 09:01");
        cast.at(centre, () -> store.changeFirstReaders(FirstReaders.NOBODY));
        TicketNumber toNobody = cast.at(centre, () -> tickets.open(Desk.asked(body, "A nessuno"), Desk.ELENA));
        round("2026-11-16 09:02");

        assertThat(recipients("ticket-" + toGroup + "-nuovo%")).containsExactly(BRUNO);
        assertThat(recipients("ticket-" + toNobody + "-nuovo%")).isEmpty();
    }

    @Test
    void thoseOfAGroupAreToldOfWhatIsTheirsAndOfWhatTheBodyWrites() {
        Assignee desk = cast.at(
                centre, () -> Assignee.of(groups.keep(group("Sportello", "carla-posta", "dario-posta", "andato"))));
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "Del gruppo"), Desk.ELENA));

        cast.at(centre, () -> tickets.assign(number, null, desk, "Tocca a voi", BY_CARLA));
        assertThat(recipients("ticket-" + number + "-v%")).containsExactly(DARIO); // Carla did it
        assertThat(text(DARIO)).contains("affidato al tuo gruppo");
        cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "È ancora ferma", Desk.ELENA));

        assertThat(recipients("ticket-" + number + "-v%")).containsExactlyInAnyOrder(DARIO, CARLA, DARIO);
    }

    @Test
    void whatTheBodyWritesOnATicketOfNobodyIsToldToThoseWhoHearOfNewOnes() {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "Di nessuno"), Desk.ELENA));

        cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "Aggiungo che…", Desk.ELENA));

        assertThat(recipients("ticket-" + number + "-v%")).containsExactlyInAnyOrder(HEAD, CARLA, DARIO);
    }

    @Test
    void whoIsInTheGroupAndFollowsTheTicketHasOneMail() {
        Assignee desk =
                cast.at(centre, () -> Assignee.of(groups.keep(group("Sportello", "carla-posta", "dario-posta"))));
        NewTicket asked = Desk.asked(body, "Seguita")
                .with(new Sharing(Audience.BODY, false, List.of(new Observer("Dario Neri", DARIO, null))));
        TicketNumber number = cast.at(centre, () -> tickets.open(asked, Desk.ELENA));

        cast.at(
                centre,
                () -> tickets.write(
                        number,
                        null,
                        Message.of(Visibility.PUBLIC, "Ci guardiamo", TicketState.ASSIGNED)
                                .givenTo(desk),
                        BY_CARLA,
                        clock.instant(),
                        new HashSet<>()));

        assertThat(recipients("ticket-" + number + "-v%"))
                .filteredOn(DARIO::equals)
                .hasSize(1);
    }

    @Test
    void aPromiseNearlyUsedUpIsRecalledToTheGroupToTheSupplierAndToThoseOfNewTickets() {
        Assignee desk =
                cast.at(centre, () -> Assignee.of(groups.keep(group("Sportello", "carla-posta", "dario-posta"))));
        SupplierId rete = cast.at(
                centre,
                () -> suppliers.add(new SupplierDetails("Rete Srl", null, "", "rete@example.it", "", "", "", "")));
        TicketNumber ofGroup = blocking("Del gruppo");
        TicketNumber ofSupplier = blocking("Del fornitore");
        TicketNumber ofNobody = blocking("Di nessuno");
        cast.at(centre, () -> tickets.assign(ofGroup, null, desk, "", BY_CARLA));
        cast.at(centre, () -> tickets.assign(ofSupplier, null, Assignee.of(suppliers.get(rete)), "", BY_CARLA));

        round("2026-11-16 09:31"); // half an hour to take in charge
        assertThat(recipients("ticket-" + ofNobody + "-avviso-TAKE_IN_CHARGE-50%"))
                .containsExactlyInAnyOrder(HEAD, CARLA, DARIO);
        round("2026-11-16 14:31"); // four of eight hours

        assertThat(recipients("ticket-" + ofGroup + "-avviso-SOLUTION-50%")).containsExactlyInAnyOrder(CARLA, DARIO);
        assertThat(recipients("ticket-" + ofSupplier + "-avviso-SOLUTION-50%")).containsExactly("rete@example.it");
        assertThat(text("rete@example.it"))
                .contains("Soluzione: tempo promesso usato, 50 %.")
                .contains(Addresses.LINK + "/");
    }

    @Test
    void whoLeftTheOfficeIsToldNothingMore() {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "Di Carla"), Desk.ELENA));
        cast.at(centre, () -> tickets.assign(number, null, person("carla-posta"), "", Desk.ANNA));
        assertThat(recipients("ticket-" + number + "-v%")).containsExactly(CARLA);

        cast.at(centre, () -> jdbc.sql("""
                        delete from access.role_grant
                         where person_id = (select id from access.person where username = 'carla-posta')""").update());
        cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "Chi mi risponde?", Desk.ELENA));

        assertThat(recipients("ticket-" + number + "-v%")).containsExactly(CARLA); // that of before
    }

    @Test
    void manyReadersCostNoMoreStatementsThanOne() {
        Assignee alone = cast.at(centre, () -> Assignee.of(groups.keep(group("Sola", "dario-posta"))));
        Assignee all = cast.at(
                centre,
                () -> Assignee.of(
                        groups.keep(group("Tutti", "capo-posta", "carla-posta", "dario-posta", "bruno-posta"))));

        int one = statements(alone, List.of("uno"));
        int many = statements(all, List.of("uno", "due", "tre"));

        assertThat(many).isLessThanOrEqualTo(one + 2); // what is remembered for a moment may have to be read again
        assertThat(recipients("ticket-%-v%")).hasSize(4 + 4 + 1 + 1); // each assigned, and told what the body wrote
    }

    /** How many statements it takes to give a ticket to a group, to hear of it from its body, and to answer those who follow. */
    private int statements(Assignee group, List<String> followers) {
        List<Observer> observers = followers.stream()
                .map(one -> new Observer(one, "elena@" + one + ".example.it", null))
                .toList();
        TicketNumber number = cast.at(
                centre,
                () -> tickets.open(
                        Desk.asked(body, "Letta").with(new Sharing(Audience.BODY, false, observers)), Desk.ELENA));
        return SentStatements.during(() -> {
            cast.at(centre, () -> tickets.assign(number, null, group, "", Desk.ANNA));
            cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "È ancora ferma", Desk.ELENA));
            cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "Ci guardiamo", Desk.ANNA));
        });
    }

    private TicketNumber blocking(String title) {
        NewTicket asked = Desk.asked(body, title);
        return cast.at(centre, () -> tickets.open(Desk.urgent(Urgency.BLOCKING, asked), Desk.ELENA));
    }

    private static StaffGroup group(String name, String... members) {
        return new StaffGroup(0, name, Stream.of(members).toList(), false, 0);
    }

    private static Assignee person(String username) {
        return new Assignee(Assignee.Kind.PERSON, username, username);
    }

    private void round(String moment) {
        clock.moveTo(Times.at(moment));
        Acting.as(cast.centre(centre).id(), Acting.PROGRAM, () -> alerts.give(cast.centre(centre)));
    }

    /** Those of the office and of suppliers who were written to, in order. */
    private List<String> recipients(String key) {
        return cast.at(
                centre,
                () -> jdbc.sql(
                                "select recipient from notices.mail where key like :key and recipient not like 'elena@%' order by id")
                        .param("key", key)
                        .query(String.class)
                        .list());
    }

    /** The latest mail to an address. */
    private String text(String address) {
        return cast.at(
                centre,
                () -> jdbc.sql("select body from notices.mail where recipient = :to order by id desc limit 1")
                        .param("to", address)
                        .query(String.class)
                        .single());
    }
}
