// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@OpenCitTest
class ContentsTest {

    private static final String LECCE = "lecce";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Contents contents;

    @Autowired
    PublishedStore published;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    private final String slug = "prova-" + NUMBER.incrementAndGet();

    private ContentId add() {
        return contents.add(ContentKind.NEWS, null, slug, 100, ContentDraft.of("Titolo", "Sintesi", "Testo"), "Ada");
    }

    private Optional<Published> read() {
        return published.find(ContentKind.NEWS, null, slug);
    }

    @Test
    void nobodyReadsADraftAndEverybodyWhatIsPublished() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            assertThat(read()).isEmpty();

            contents.move(contents.get(id), ContentState.REVIEW, null);
            assertThat(read()).isEmpty();

            contents.move(contents.get(id), ContentState.PUBLISHED, null);
            assertThat(read())
                    .get()
                    .extracting(one -> one.said().italian().title())
                    .isEqualTo("Titolo");
        });
    }

    @Test
    void aPublishedTextIsReadUntilTheNextIsPublished() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            contents.move(contents.get(id), ContentState.PUBLISHED, null);

            contents.save(contents.get(id), ContentDraft.of("Nuovo", "", "Altro"), "Ada", "");

            assertThat(contents.get(id).state()).isEqualTo(ContentState.DRAFT);
            assertThat(read())
                    .get()
                    .extracting(one -> one.said().italian().title())
                    .isEqualTo("Titolo");
            contents.move(contents.get(id), ContentState.PUBLISHED, null);
            assertThat(read())
                    .get()
                    .extracting(one -> one.said().italian().title())
                    .isEqualTo("Nuovo");
        });
    }

    @Test
    void theSameTextAgainIsNoVersion() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            contents.move(contents.get(id), ContentState.PUBLISHED, null);

            contents.save(contents.get(id), ContentDraft.of("Titolo", "Sintesi", "Testo"), "Ada", "");

            assertThat(contents.get(id).state()).isEqualTo(ContentState.PUBLISHED);
            assertThat(contents.versions(id)).hasSize(1);
        });
    }

    @Test
    void anOldVersionComesBackAsTheLatest() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            contents.save(contents.get(id), ContentDraft.of("Nuovo", "", ""), "Ada", "");

            contents.restore(contents.get(id), 1, "Bea");

            assertThat(contents.versions(id))
                    .extracting(ContentVersion.Line::number)
                    .containsExactly(3, 2, 1);
            assertThat(contents.versions(id).getFirst().title()).isEqualTo("Titolo");
            assertThat(contents.versions(id).getFirst().author()).isEqualTo("Bea");
        });
    }

    @Test
    void whatIsScheduledIsPublishedWhenItsTimeComes() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            contents.move(
                    contents.get(id), ContentState.SCHEDULED, clock.instant().plus(Duration.ofHours(2)));

            contents.publishDue();
            assertThat(read()).isEmpty();

            clock.moveTo(clock.instant().plus(Duration.ofHours(3)));
            try {
                contents.publishDue();
            } finally {
                clock.letGo();
            }
            assertThat(read()).isPresent();
        });
    }

    @Test
    void anArchivedContentIsReadByNobodyAndComesBack() {
        cast.at(LECCE, () -> {
            ContentId id = add();
            contents.move(contents.get(id), ContentState.PUBLISHED, null);
            contents.move(contents.get(id), ContentState.ARCHIVED, null);
            assertThat(read()).isEmpty();

            contents.move(contents.get(id), ContentState.PUBLISHED, null);
            assertThat(read()).isPresent();
        });
    }

    @Test
    void anEventWithoutItsTimeIsNotPublished() {
        ContentId id = cast.at(
                LECCE,
                () -> contents.add(ContentKind.EVENT, null, slug, 100, ContentDraft.of("Incontro", "", ""), "Ada"));

        assertThatThrownBy(() -> cast.at(LECCE, () -> contents.move(contents.get(id), ContentState.PUBLISHED, null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void addressesAreOfOneContentOfAKind() {
        cast.at(LECCE, this::add);

        assertThatThrownBy(() -> cast.at(LECCE, this::add)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cast.at(
                        LECCE,
                        () -> contents.add(
                                ContentKind.NEWS, null, "Con Spazi", 100, ContentDraft.of("T", "", ""), "Ada")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoSavesAfterSomebodyElseIsTold() {
        Content seen = cast.at(LECCE, () -> contents.get(add()));
        cast.at(LECCE, () -> contents.save(seen, ContentDraft.of("Mio", "", ""), "Ada", ""));

        assertThatThrownBy(() -> cast.at(LECCE, () -> contents.save(seen, ContentDraft.of("Tuo", "", ""), "Bea", "")))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }
}
