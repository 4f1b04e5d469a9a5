// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SheetPreviews;
import it.opencit.tickets.SignedLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signed addresses that show the latest version of a content or of a sheet to whoever was given one. */
@Service
@Transactional
class Previews implements SheetPreviews {

    static final String ADDRESS = "/anteprima";
    static final String SHEETS = ADDRESS + PublicServices.ADDRESS;

    private static final String PURPOSE = "anteprima";
    private static final String PURPOSE_SHEET = "anteprima-scheda";
    private static final Duration LASTS = Duration.ofDays(8);

    private final SignedLinks links;
    private final Clock clock;

    Previews(SignedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Until when a link made now is good: the same all day long, so that it may be told to somebody and looked at again. */
    Instant until() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(LASTS);
    }

    /** The whole address of the preview of a content. */
    public String address(ContentId content) {
        return links.address(ADDRESS + "/" + links.token(PURPOSE, content.value(), until()));
    }

    /** The content that a token shows; empty when it is not ours or too old. */
    public Optional<ContentId> read(String token) {
        return links.read(PURPOSE, token, clock.instant()).map(ContentId::new);
    }

    @Override
    public Preview preview(OfferingId offering) {
        Instant until = until();
        return new Preview(links.address(SHEETS + "/" + links.token(PURPOSE_SHEET, offering.value(), until)), until);
    }

    @Override
    public String published(Offering offering) {
        return PublicServices.address(offering);
    }

    /** The service whose sheet a token shows; empty when it is not ours or too old. */
    public Optional<OfferingId> readSheet(String token) {
        return links.read(PURPOSE_SHEET, token, clock.instant()).map(OfferingId::new);
    }
}
