// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tickets of who has no account: opened with a name and an address, followed with the number and a code that is told once,
 * or from the link of a mail.
 */
@Service
public class Citizens {

    /** The user name that stands for all of them: no person can have it, since names of persons begin with a letter. */
    public static final String USERNAME = "@cittadino";

    static final int MOST_FILES = 3;
    private static final int LONGEST_NAME = 120;

    /** Characters of a question. */
    public static final int LONGEST_QUESTION = 5_000;

    private static final Sharing ALONE = new Sharing(Audience.OWN, false, List.of());

    private static final String PURPOSE = "segui";
    private static final Duration MAIL_LASTS = Duration.ofDays(365);
    private static final Duration VISIT_LASTS = Duration.ofHours(12);

    /** Without those that are read for one another; 32 letters, so that each is 5 bits. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 16;

    private final CitizenDesk desk;
    private final CitizenStore store;
    private final Tickets tickets;
    private final TicketMails mails;
    private final SignedLinks links;
    private final Consents consents;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Citizens(
            CitizenDesk desk,
            CitizenStore store,
            Tickets tickets,
            TicketMails mails,
            SignedLinks links,
            Consents consents,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.tickets = tickets;
        this.mails = mails;
        this.links = links;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * What a citizen writes.
     *
     * @param category code of one that is open to citizens
     * @param consent whether the privacy text of the centre was accepted
     * @param service the one concerned, by code, or in words; "" for none
     * @param answers in the own fields of the category, by key
     */
    public record Report(
            String name,
            String email,
            String category,
            String title,
            String description,
            boolean consent,
            String service,
            Map<String, String> answers) {

        /** In a category that asks nothing of its own. */
        public Report(String name, String email, String category, String title, String description, boolean consent) {
            this(name, email, category, title, description, consent, "", Map.of());
        }
    }

    /**
     * What a visitor of the public site asks.
     *
     * @param body the Comune or office that asks, as typed; "" for none
     * @param service code or title of the one concerned; "" for none
     * @param consent whether the privacy text of the centre was accepted
     */
    public record Question(
            String name, String surname, String body, String email, String service, String text, boolean consent) {}

    /**
     * A ticket just opened.
     *
     * @param code to follow it, in groups of four; it is not kept, only what it was turned into is
     */
    public record Receipt(TicketNumber number, String code) {}

    /**
     * Opens the ticket of a citizen, and writes it the number and the code.
     *
     * @throws NotFound where the centre does not let citizens ask
     * @throws Refusal for what is missing, or a file that is none of the accepted ones
     */
    @Transactional
    public Receipt open(Report report, List<Upload> files) {
        CitizenDesk.Settings settings = desk.settings()
                .filter(CitizenDesk.Settings::open)
                .orElseThrow(() -> new NotFound("No desk for citizens"));
        String name = report.name().strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.inField("name", "tickets.citizen.name");
        }
        if (!EmailAddress.isOne(report.email().strip())) {
            throw Refusal.inField("email", "tickets.citizen.email");
        }
        if (desk.categories().stream().noneMatch(one -> one.code().equals(report.category()))) {
            throw Refusal.inField("category", "tickets.citizen.category.choose");
        }
        if (!report.consent()) {
            throw Refusal.inField("consent", "tickets.citizen.consent");
        }
        if (files.size() > MOST_FILES) {
            throw Refusal.inField("file", "tickets.citizen.files", MOST_FILES);
        }
        Author by = author(name);
        Receipt receipt = open(
                new NewTicket(
                        TicketType.REQUEST,
                        report.category(),
                        Urgency.MEDIUM,
                        report.title(),
                        report.description(),
                        settings.body(),
                        name,
                        report.email(),
                        report.service(),
                        "",
                        ALONE,
                        report.answers()),
                by);
        for (Upload file : files) {
            try {
                tickets.attach(receipt.number(), Visibility.PUBLIC, file, by);
            } catch (Refusal refusal) {
                throw Refusal.inField("file", "tickets.file", refusal.inItalian());
            }
        }
        return receipt;
    }

    /**
     * Opens the ticket of what a visitor of the public site asks, and writes it the number and the code. It does not need
     * the desk to be open: a text on privacy is enough.
     *
     * @throws NotFound where the centre takes no questions
     * @throws Refusal for what is missing
     */
    @Transactional
    public Receipt ask(Question question) {
        OrganizationId body = (desk.takesQuestions() ? desk.bodyOfQuestions() : Optional.<OrganizationId>empty())
                .orElseThrow(() -> new NotFound("No questions"));
        String name = line(question.name());
        String surname = line(question.surname());
        if (name.isEmpty() || surname.isEmpty() || (name + surname).length() >= LONGEST_NAME) {
            throw Refusal.inField(name.isEmpty() ? "name" : "surname", "tickets.citizen.name");
        }
        if (!EmailAddress.isOne(question.email().strip())) {
            throw Refusal.inField("email", "tickets.citizen.email");
        }
        String text = question.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_QUESTION) {
            throw Refusal.inField("text", "tickets.question.text", LONGEST_QUESTION);
        }
        if (!question.consent()) {
            throw Refusal.inField("consent", "tickets.citizen.consent");
        }
        String service = line(question.service());
        String from = line(question.body());
        String title = service.isEmpty()
                ? Messages.text("tickets.question.title.bare")
                : Messages.text("tickets.question.title", service);
        return open(
                new NewTicket(
                                TicketType.REQUEST,
                                desk.categoryOfQuestions(),
                                Urgency.MEDIUM,
                                title.length() > 200 ? title.substring(0, 199) + "…" : title,
                                from.isEmpty() ? text : text + "\n\n" + Messages.text("tickets.question.body", from),
                                body,
                                name + " " + surname,
                                question.email())
                        .about(service)
                        .with(ALONE),
                author(name + " " + surname));
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    private Receipt open(NewTicket asked, Author by) {
        Instant now = clock.instant();
        TicketNumber number = tickets.open(asked, by, now);
        String code = code();
        store.add(number, hash(code), consents.current(), now.truncatedTo(ChronoUnit.MICROS));
        mails.openedByCitizen(number, asked.title().strip(), asked.email().strip(), shown(code));
        return new Receipt(number, shown(code));
    }

    static Author author(String name) {
        return new Author(USERNAME, name, false);
    }

    /**
     * Looks for a ticket by its number and code. It takes as long whether the number, the code or nothing is right.
     *
     * @return the token of the page where it is followed for some hours; empty when they do not go together
     */
    @Transactional
    public Optional<String> follow(String number, String code) {
        long id = number.matches("\\d{1,15}") ? Long.parseLong(number) : 0;
        byte[] given = hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        byte[] kept = store.codeHash(id).orElse(new byte[32]);
        if (!MessageDigest.isEqual(given, kept)) {
            store.countWrongCode(id);
            return Optional.empty();
        }
        return Optional.of(links.token(PURPOSE, id, clock.instant().plus(VISIT_LASTS)));
    }

    /** The token of the page that mails lead to. */
    static String mailToken(SignedLinks links, TicketNumber number, Instant now) {
        return links.token(PURPOSE, number.value(), now.plus(MAIL_LASTS));
    }

    /** A ticket as its citizen reads it: the ticket and whom it is read as. */
    record Followed(TicketNumber number, Viewer viewer) {}

    /** @throws NotFound for a token that the centre did not sign, or that has expired */
    @Transactional
    Followed byToken(String token) {
        TicketNumber number = links.read(PURPOSE, token, clock.instant())
                .map(TicketNumber::new)
                .orElseThrow(() -> new NotFound("No such link, or it has expired"));
        return store.body(number)
                .map(body -> new Followed(number, new Viewer.OfBody(body, USERNAME)))
                .orElseThrow(() -> new NotFound("Ticket " + number + " is no citizen's"));
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** {@code K7QM-2A9X-…}, as one reads it aloud. */
    private static String shown(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
