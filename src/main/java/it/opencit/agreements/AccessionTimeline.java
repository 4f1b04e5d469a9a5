// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.TimelineEntry;
import it.opencit.organizations.TimelineSource;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a body did to join and to leave, on its timeline. */
@Component
class AccessionTimeline implements TimelineSource {

    private final AccessionStore accessions;
    private final SchemeStore schemes;
    private final Clock clock;

    AccessionTimeline(AccessionStore accessions, SchemeStore schemes, Clock clock) {
        this.accessions = accessions;
        this.schemes = schemes;
        this.clock = clock;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        Map<SchemeId, String> titles = schemes.all().stream()
                .collect(Collectors.toMap(
                        StoredScheme::id, scheme -> scheme.scheme().title()));
        List<TimelineEntry> entries = new ArrayList<>();
        for (Accession accession : accessions.of(organization)) {
            entries.addAll(entries(accession, titles.getOrDefault(accession.scheme(), ""), LocalDate.now(clock)));
        }
        return entries;
    }

    static List<TimelineEntry> entries(Accession accession, String scheme, LocalDate today) {
        String address = Addresses.of(accession.id());
        AccessionState state = accession.state().on(today);
        List<TimelineEntry> entries = new ArrayList<>();
        Delibera delibera = state.delibera();
        if (delibera != null) {
            String organ = delibera.approvedBy().label() + ", n. " + delibera.number();
            entries.add(new TimelineEntry(
                    delibera.date(), "Convenzione", "Delibera di adesione: " + scheme, organ, address));
        }
        Signature signature = state.signature();
        if (signature != null) {
            String who = signature.signatory() + ", " + signature.office();
            entries.add(new TimelineEntry(signature.date(), "Convenzione", "Firma: " + scheme, who, address));
        }
        Countersignature made = state.countersignature();
        if (made != null) {
            String until = "fino al " + Italian.date(made.to());
            entries.add(new TimelineEntry(made.from(), "Convenzione", "Adesione: " + scheme, until, address));
        }
        if (state instanceof AccessionState.Expired expired) {
            LocalDate last = expired.countersignature().to();
            entries.add(new TimelineEntry(last, "Convenzione", "Scadenza: " + scheme, "", address));
        }
        if (state instanceof AccessionState.Withdrawn left) {
            entries.add(new TimelineEntry(
                    left.withdrawal().lastDay(),
                    "Convenzione",
                    "Recesso: " + scheme,
                    left.withdrawal().reason(),
                    address));
        }
        return entries;
    }
}
