// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.agreements.pages.AccessionPage;
import it.opencit.agreements.pages.AccessionPage.Act;
import it.opencit.agreements.pages.AccessionPage.AmountLine;
import it.opencit.agreements.pages.AccessionPage.FileLine;
import it.opencit.agreements.pages.AccessionPage.HistoryLine;
import it.opencit.agreements.pages.AccessionPage.PayerLine;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.pages.Italian;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the page of an accession. */
@Component
@Transactional(readOnly = true)
class AccessionDetails {

    private final Accessions accessions;
    private final AccessionStore store;
    private final SchemeStore schemes;
    private final HistoryStore history;
    private final PayerStore payers;
    private final Organizations organizations;
    private final Documents documents;
    private final ObjectProvider<AmountHistory> amounts;

    AccessionDetails(
            Accessions accessions,
            AccessionStore store,
            SchemeStore schemes,
            HistoryStore history,
            PayerStore payers,
            Organizations organizations,
            Documents documents,
            ObjectProvider<AmountHistory> amounts) {
        this.accessions = accessions;
        this.store = store;
        this.schemes = schemes;
        this.history = history;
        this.payers = payers;
        this.organizations = organizations;
        this.documents = documents;
        this.amounts = amounts;
    }

    AccessionPage page(AccessionId id, boolean writable) {
        Accession accession = accessions.get(id);
        AccessionState state = accession.state();
        Scheme scheme = schemes.find(accession.scheme())
                .orElseThrow(() -> new NotFound("Scheme " + accession.scheme()))
                .scheme();
        List<AccessionDocument> attached = history.documents(id);
        Map<FileId, StoredFile> files = documents
                .find(attached.stream().map(AccessionDocument::file).toList())
                .stream()
                .collect(Collectors.toMap(StoredFile::id, file -> file));
        List<StoredPayer> payersOf = payers.of(id);
        List<StoredPayer> paysFor = payers.by(accession.organization());
        List<AmountHistory.YearlyAmount> owed = amounts.orderedStream()
                .flatMap(source -> source.of(accession.organization()).stream())
                .toList();
        Names names = names(accession, payersOf, paysFor, owed);
        return new AccessionPage(
                Addresses.of(id),
                names.of(accession.organization()),
                Addresses.of(accession.organization()),
                scheme.title(),
                Addresses.of(accession.scheme()),
                state.stage().label(),
                AccessionFacts.tone(state.stage()),
                state instanceof AccessionState.Draft,
                writable,
                AccessionFacts.warnings(state),
                AccessionFacts.sections(state),
                writable ? acts(id, state) : List.of(),
                attached.stream().map(document -> line(document, files)).toList(),
                payersOf.stream()
                        .map(payer -> line(
                                payer,
                                payer.rule().payer(),
                                names,
                                writable ? Addresses.of(id) + "/paganti/" + payer.id() + "/eliminazione" : null))
                        .toList(),
                paysFor.stream()
                        .map(payer -> line(payer, payer.beneficiary(), names, null))
                        .toList(),
                writable && state instanceof AccessionState.Active && names.isAggregation(accession.organization()),
                history.of(id).stream()
                        .map(transition -> line(transition, attached, files))
                        .toList(),
                owed.stream().map(amount -> line(amount, names)).toList(),
                accession.notes());
    }

    private List<Act> acts(AccessionId id, AccessionState state) {
        boolean renewed = store.renewalOf(id).isPresent();
        return state.allowed().stream()
                .filter(act -> act != AccessionActKind.RENEWAL || !renewed)
                .map(act -> new Act(act.label(), Addresses.of(id) + "/" + act.noun()))
                .toList();
    }

    private Names names(
            Accession accession,
            List<StoredPayer> payersOf,
            List<StoredPayer> paysFor,
            List<AmountHistory.YearlyAmount> owed) {
        Set<OrganizationId> named = new HashSet<>();
        named.add(accession.organization());
        payersOf.forEach(payer -> named.add(payer.rule().payer()));
        paysFor.forEach(payer -> named.add(payer.beneficiary()));
        owed.forEach(amount -> {
            named.add(amount.beneficiary());
            named.add(amount.payer());
        });
        return Names.of(organizations.all(named));
    }

    private static PayerLine line(StoredPayer payer, OrganizationId shown, Names names, @Nullable String removal) {
        PayerRule rule = payer.rule();
        String years = rule.toYear() == null
                ? "dal " + rule.fromYear()
                : rule.toYear() == rule.fromYear()
                        ? Integer.toString(rule.fromYear())
                        : "dal " + rule.fromYear() + " al " + rule.toYear();
        return new PayerLine(
                names.of(shown), Addresses.of(shown), rule.share().inItalian(), years, rule.act(), removal);
    }

    private static FileLine line(AccessionDocument document, Map<FileId, StoredFile> files) {
        StoredFile file = files.get(document.file());
        if (file == null) {
            throw new IllegalStateException("No file " + document.file());
        }
        return new FileLine(
                file.name(),
                document.role().label(),
                Addresses.of(file.id()),
                Italian.number(Math.max(1, file.size() / 1024)) + " kB",
                Italian.moment(file.uploadedAt()) + ", " + file.uploadedBy());
    }

    private static HistoryLine line(
            Transition transition, List<AccessionDocument> attached, Map<FileId, StoredFile> files) {
        return new HistoryLine(
                Italian.moment(transition.recordedAt()),
                transition.recordedBy(),
                transition.act().label(),
                transition.summary(),
                attached.stream()
                        .filter(document -> Long.valueOf(transition.id()).equals(document.transition()))
                        .map(document -> line(document, files))
                        .toList());
    }

    private static AmountLine line(AmountHistory.YearlyAmount amount, Names names) {
        return new AmountLine(
                names.of(amount.beneficiary()),
                names.of(amount.payer()),
                Integer.toString(amount.year()),
                amount.amount().inItalian(),
                amount.note(),
                amount.address());
    }

    /** Bodies by identifier. */
    private record Names(Map<OrganizationId, Organization> known) {

        static Names of(List<Organization> organizations) {
            return new Names(organizations.stream().collect(Collectors.toMap(Organization::id, body -> body)));
        }

        String of(OrganizationId id) {
            Organization body = known.get(id);
            return body == null ? "" : body.fullName();
        }

        boolean isAggregation(OrganizationId id) {
            Organization body = known.get(id);
            return body != null && Aggregations.include(body.kind());
        }
    }
}
