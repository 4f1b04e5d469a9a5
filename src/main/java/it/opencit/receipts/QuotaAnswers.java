// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.Agreements;
import it.opencit.agreements.StoredScheme;
import it.opencit.agreements.YearlyQuotas;
import it.opencit.organizations.OrganizationId;
import it.opencit.tariffs.Tariff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers whoever asks what the quota of a body comes to: the same computation as that of the dues. */
@Component
class QuotaAnswers implements YearlyQuotas {

    private final Agreements agreements;
    private final MembershipDues dues;
    private final Clock clock;

    QuotaAnswers(Agreements agreements, MembershipDues dues, Clock clock) {
        this.agreements = agreements;
        this.dues = dues;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<YearlyQuota> of(OrganizationId body, int year) {
        Optional<MembershipDue> owed = dues.explained(body, year);
        boolean member = owed.isPresent();
        return owed.or(() -> joinable().map(scheme -> dues.ifJoined(body, scheme, year)))
                .flatMap(due -> {
                    Tariff tariff = due.tariff();
                    return tariff == null
                            ? Optional.empty()
                            : Optional.of(new YearlyQuota(due.scheme(), member, tariff, due.outcome()));
                });
    }

    /** The convention that a body can join today; which of several would be for the centre to say. */
    private Optional<StoredScheme> joinable() {
        LocalDate today = LocalDate.now(clock);
        List<StoredScheme> open = agreements.schemes().stream()
                .filter(one -> one.scheme().period().contains(today))
                .toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }
}
