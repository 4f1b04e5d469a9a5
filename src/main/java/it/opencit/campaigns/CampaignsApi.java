// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.access.SignedIn;
import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns and sheets, for other programs. A person of a body reads and writes the sheet of its own body only. */
@RestController
@RequestMapping("/api/v1/campaigns")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class CampaignsApi {

    private final Campaigns campaigns;
    private final Sheets sheets;
    private final LineStore lines;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Clock clock;

    CampaignsApi(
            Campaigns campaigns,
            Sheets sheets,
            LineStore lines,
            Catalogue catalogue,
            Organizations organizations,
            Clock clock) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Campaigns are few: one page holds them all. A body's person sees those that have opened. */
    @GetMapping
    ApiCampaign.Page campaigns(SignedIn person) {
        return new ApiCampaign.Page(
                campaigns.all().stream()
                        .filter(campaign -> person.isStaff() || campaign.hasSheets())
                        .map(ApiCampaign::of)
                        .toList(),
                null);
    }

    /** The sheets of a campaign with their answers; for a body's person its own alone, one for each of its bodies. */
    @GetMapping("/{id}/sheets")
    @Transactional(readOnly = true)
    ApiSheet.Page sheets(@PathVariable CampaignId id, SignedIn person) {
        campaigns.get(id);
        List<Sheet> found = person.isStaff() ? sheets.of(id) : own(id, person);
        Map<OrganizationId, Organization> bodies =
                organizations.all(found.stream().map(Sheet::organization).toList()).stream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<SheetId, List<Line>> written = found.size() == 1
                ? Map.of(found.getFirst().id(), lines.of(found.getFirst().id()))
                : lines.of(id).stream().collect(Collectors.groupingBy(Line::sheet));
        Map<String, Offering> offerings = offeringsById();
        return new ApiSheet.Page(
                found.stream()
                        .map(sheet -> ApiSheet.of(
                                sheet,
                                Objects.requireNonNull(bodies.get(sheet.organization())),
                                written.getOrDefault(sheet.id(), List.of()),
                                offerings))
                        .toList(),
                null);
    }

    /** Writes the sheet of a body, and sends it where {@code send} says so. Nothing is kept when something is wrong. */
    @PutMapping("/{id}/sheets/{organization}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.REFERENTE})
    @Transactional
    ApiSheet write(
            @PathVariable CampaignId id,
            @PathVariable OrganizationId organization,
            @RequestBody Writing writing,
            SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO)
                && !person.bodies().contains(organization.value())) {
            throw new AccessDeniedException("Not the body of " + person.username());
        }
        Campaign campaign = campaigns.get(id);
        Sheet sheet = sheets.get(id, organization);
        if (!person.isStaff()) {
            sheets.checkWritable(campaign, sheet);
        }
        Integer version = writing.version();
        if (version == null) {
            throw Refusal.inField("version", "campaigns.api.version");
        }
        sheets.questionnaire(campaign, sheet); // services that began since are there to be answered
        sheets.save(campaign, sheet.readAt(version), answers(writing), person.displayName());
        if (Boolean.TRUE.equals(writing.send())) {
            sheets.send(
                    campaign,
                    sheets.get(id, organization),
                    new Reply(clock.instant(), person.displayName(), LocalDate.now(clock), Channel.API, null, null));
        }
        return ApiSheet.of(
                sheets.get(id, organization), organizations.get(organization), lines.of(sheet.id()), offeringsById());
    }

    private SheetAnswers answers(Writing writing) {
        Map<String, Offering> byCode =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::code, Function.identity()));
        List<LineWriting> written = writing.lines() == null ? List.of() : writing.lines();
        List<ContactWriting> people = writing.contacts() == null ? List.of() : writing.contacts();
        return new SheetAnswers(
                written.stream().map(line -> reply(line, byCode)).toList(),
                writing.figures() == null ? Map.of() : writing.figures(),
                people.stream().map(CampaignsApi::contact).toList(),
                text(writing.notes()));
    }

    private static LineReply reply(LineWriting line, Map<String, Offering> byCode) {
        Offering offering = byCode.get(text(line.offering()));
        if (offering == null) {
            throw Refusal.inField("lines", "campaigns.answer.not-asked", text(line.offering()));
        }
        return new LineReply(
                offering.id(),
                line.answer(),
                line.quantities() == null ? Map.of() : line.quantities(),
                text(line.variant()),
                text(line.note()));
    }

    private static ContactReply contact(ContactWriting contact) {
        PersonRole role = contact.role();
        if (role == null) {
            throw Refusal.inField("contacts", "campaigns.contact.role");
        }
        if (text(contact.name()).isEmpty()) {
            throw Refusal.inField("contacts", "campaigns.contact.name");
        }
        return new ContactReply(
                contact.person(),
                role,
                text(contact.name()),
                text(contact.email()),
                text(contact.phone()),
                Boolean.TRUE.equals(contact.gone()));
    }

    private Map<String, Offering> offeringsById() {
        return catalogue.offerings().stream()
                .collect(Collectors.toMap(offering -> offering.id().toString(), Function.identity()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private List<Sheet> own(CampaignId id, SignedIn person) {
        return person.isToChooseBody()
                ? sheets.of(id).stream()
                        .filter(sheet ->
                                person.bodies().contains(sheet.organization().value()))
                        .toList()
                : List.of(sheets.get(id, ownBody(person)));
    }

    private static OrganizationId ownBody(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }

    /** A sheet as a program writes it: what it does not say is not answered. */
    record Writing(
            @Nullable Integer version,
            @Nullable List<LineWriting> lines,
            @Nullable Map<String, BigDecimal> figures,
            @Nullable List<ContactWriting> contacts,
            @Nullable String notes,
            @Nullable Boolean send) {}

    /** @param offering code of the service */
    record LineWriting(
            @Nullable String offering,
            @Nullable LineAnswer answer,
            @Nullable Map<String, BigDecimal> quantities,
            @Nullable String variant,
            @Nullable String note) {}

    /** A person of the body. */
    record ContactWriting(
            @Nullable Long person,
            @Nullable PersonRole role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Boolean gone) {}
}
