// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.Catalogue;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a body's person may reach: the subscriptions, requests, files and drafts of its own body, and of no other. */
@Service
@Transactional
class OwnServices {

    private final SubscriptionActs acts;
    private final Requests requests;
    private final SubscriptionHistoryStore history;
    private final Documents documents;
    private final DraftStore drafts;
    private final Catalogue catalogue;
    private final Clock clock;

    OwnServices(
            SubscriptionActs acts,
            Requests requests,
            SubscriptionHistoryStore history,
            Documents documents,
            DraftStore drafts,
            Catalogue catalogue,
            Clock clock) {
        this.acts = acts;
        this.requests = requests;
        this.history = history;
        this.documents = documents;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    static OrganizationId body(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }

    /** @throws NotFound when it is of another body: nobody learns that it exists */
    @Transactional(readOnly = true)
    Subscription subscription(SignedIn person, SubscriptionId id) {
        Subscription subscription = acts.get(id);
        if (!subscription.organization().equals(body(person))) {
            throw new NotFound("Subscription " + id + " for " + person.username());
        }
        return subscription;
    }

    @Transactional(readOnly = true)
    Request request(SignedIn person, SubscriptionId subscription, RequestId id) {
        return requests.ofSubscription(subscription(person, subscription).id(), id);
    }

    @Transactional(readOnly = true)
    StoredFile file(SignedIn person, SubscriptionId id, FileId file) {
        boolean attached = history.attachments(subscription(person, id).id()).stream()
                .anyMatch(one -> one.file().equals(file));
        return (attached ? documents.find(file) : Optional.<StoredFile>empty())
                .orElseThrow(() -> new NotFound("File " + file + " of subscription " + id));
    }

    @Transactional(readOnly = true)
    Optional<Draft> draft(DraftStore.Key key) {
        return drafts.find(key);
    }

    /** Keeps what was typed, right or wrong, but for the token of the form. */
    void save(DraftStore.Key key, FormInput form) {
        Map<String, List<String>> typed = new TreeMap<>();
        form.values().keySet().stream()
                .filter(field -> !field.startsWith("_") && !field.equals("azione"))
                .forEach(field -> typed.put(field, form.all(field)));
        drafts.save(key, typed, clock.instant());
    }

    SubscriptionId send(DraftStore.Key key, NewRequest request, List<Attached> files) {
        SubscriptionId id = requests.open(request, files);
        drafts.remove(key);
        return id;
    }

    void send(DraftStore.Key key, Subscription subscription, Asked asked, List<Attached> files) {
        switch (asked.kind()) {
            case MORE -> requests.more(subscription.id(), asked, files);
            case PAYER -> requests.payer(subscription.id(), asked, files);
            case TERMINATION ->
                requests.terminate(
                        subscription.id(),
                        subscription.version(),
                        new Termination(
                                asked.requestedOn(),
                                asked.protocol(),
                                java.util.Objects.requireNonNull(asked.fromDay()),
                                asked.reason()),
                        files);
            case ACTIVATION, RENEWAL -> throw new IllegalArgumentException("Not asked this way: " + asked.kind());
        }
        drafts.remove(key);
    }

    /** When a draft was saved, for the reader. */
    static String saved(Optional<Draft> draft) {
        return draft.map(one -> Italian.moment(one.savedAt()) + " da " + one.savedBy())
                .orElse("");
    }

    void attach(SubscriptionId id, RequestId request, List<Attached> files) {
        requests.attach(id, request, null, files);
    }

    void withdraw(RequestId id, String reason) {
        requests.withdraw(id, LocalDate.now(clock), reason);
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
