// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of campaigns: to begin one, and to hand in the answer of a body. */
@Service
@Transactional
public class Campaigns {

    private final CampaignStore store;
    private final Invitations invitations;
    private final CampaignReminders reminders;
    private final Sheets sheets;
    private final Organizations organizations;
    private final Clock clock;

    Campaigns(
            CampaignStore store,
            Invitations invitations,
            CampaignReminders reminders,
            Sheets sheets,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.reminders = reminders;
        this.sheets = sheets;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Every campaign, the latest first. */
    @Transactional(readOnly = true)
    public List<Campaign> all() {
        return store.all();
    }

    /** @throws NotFound when the centre has no such campaign */
    @Transactional(readOnly = true)
    public Campaign get(CampaignId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Campaign " + id));
    }

    /**
     * Prepares a campaign.
     *
     * @throws Refusal when its title is taken, or it asks for a figure that the centre does not know
     */
    public CampaignId add(CampaignDetails details) {
        check(details, null);
        return store.add(details);
    }

    /**
     * Changes what is written of a campaign. Once it is open, whom it is for and what it asks stay as they are.
     *
     * @param version that was read before editing
     * @throws Refusal when the change is not possible any more
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote meanwhile
     */
    public void change(CampaignId id, CampaignDetails details, int version) {
        Campaign campaign = get(id);
        check(details, id);
        if (campaign.stage() == CampaignStage.CLOSING || campaign.stage() == CampaignStage.CLOSED) {
            throw new Refusal("campaigns.campaign.closed");
        }
        if (campaign.stage() == CampaignStage.OPEN) {
            checkFixed(campaign.details(), details);
        }
        store.save(new Campaign(id, details, campaign.stage(), null, null, version));
    }

    /**
     * Says that a campaign is ready: it opens on its day, at once when that has come.
     *
     * @throws Refusal when it is for nobody, or its deadline has passed
     */
    public void schedule(CampaignId id, int version) {
        Campaign campaign = readAt(id, version);
        if (campaign.daysLeft(today()) < 0) {
            throw Refusal.inField("closesOn", "campaigns.campaign.deadline-passed");
        }
        if (invitations.invited(campaign.details()).isEmpty()) {
            throw Refusal.inField("kinds", "campaigns.campaign.nobody");
        }
        store.save(in(campaign, campaign.stage().after(CampaignAct.SCHEDULE)));
        openIfDue(get(id));
    }

    /** Takes a scheduled campaign back in preparation. */
    void recall(CampaignId id, int version) {
        Campaign campaign = readAt(id, version);
        store.save(in(campaign, campaign.stage().after(CampaignAct.RECALL)));
    }

    /** Throws a draft away. */
    void remove(CampaignId id, int version) {
        if (!store.remove(id, version)) {
            throw new Refusal("campaigns.campaign.not-a-draft");
        }
    }

    /** Opens a scheduled campaign whose day has come: every body has its sheet, and the news where it is announced. */
    boolean openIfDue(Campaign campaign) {
        if (campaign.stage() != CampaignStage.SCHEDULED
                || campaign.details().opensOn().isAfter(today())) {
            return false;
        }
        Campaign open = in(campaign, campaign.stage().after(CampaignAct.OPEN));
        store.save(open);
        invitations.fill(open);
        if (open.details().announced()) {
            reminders.announce(open);
        }
        return true;
    }

    /** Gives a sheet to bodies that joined since, and shows services that began since. */
    int invite(CampaignId id) {
        Campaign campaign = store.lock(id).orElseThrow(() -> new NotFound("Campaign " + id));
        if (campaign.stage() != CampaignStage.OPEN) {
            throw new Refusal("campaigns.campaign.not-open");
        }
        return invitations.fill(campaign);
    }

    /** The bodies that have a sheet in a campaign, by identifier. */
    @Transactional(readOnly = true)
    public List<OrganizationId> invited(CampaignId id) {
        return sheets.of(id).stream().map(Sheet::organization).toList();
    }

    /**
     * Hands in the answer of a body, as its person would on the page.
     *
     * @param by name of who answered
     * @throws Refusal when something is missing or cannot be, naming the field
     */
    public void answer(CampaignId id, OrganizationId body, SheetAnswers answers, String by) {
        Campaign campaign = get(id);
        Sheet sheet = sheets.get(id, body);
        sheets.save(campaign, sheet, answers, by);
        Reply reply = new Reply(clock.instant(), by, today(), Channel.AREA, null, null);
        sheets.send(campaign, sheets.get(id, body), reply);
    }

    /** Keeps the answer of a body without handing it in. */
    public void begin(CampaignId id, OrganizationId body, SheetAnswers answers, String by) {
        Sheet sheet = sheets.get(id, body);
        sheets.opened(sheet, by);
        sheets.save(get(id), sheet, answers, by);
    }

    private void check(CampaignDetails details, @Nullable CampaignId except) {
        if (store.titleIsTaken(details.title(), except)) {
            throw Refusal.inField("title", "campaigns.campaign.title-taken");
        }
        Set<String> known = organizations.figureKinds().stream()
                .map(FigureKind::code)
                .collect(Collectors.toCollection(HashSet::new));
        details.figures().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.inField("figures", "campaigns.campaign.figure", code);
                });
    }

    private static void checkFixed(CampaignDetails before, CampaignDetails after) {
        boolean same = before.kind() == after.kind()
                && before.year() == after.year()
                && before.opensOn().equals(after.opensOn())
                && before.membersOnly() == after.membersOnly()
                && before.kinds().equals(after.kinds());
        if (!same) {
            throw new Refusal("campaigns.campaign.fixed");
        }
    }

    private Campaign readAt(CampaignId id, int version) {
        Campaign campaign = get(id);
        return new Campaign(id, campaign.details(), campaign.stage(), null, null, version);
    }

    private static Campaign in(Campaign campaign, CampaignStage stage) {
        return new Campaign(
                campaign.id(), campaign.details(), stage, campaign.closedAt(), campaign.closedBy(), campaign.version());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
