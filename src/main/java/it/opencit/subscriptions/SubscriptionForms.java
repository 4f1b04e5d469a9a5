// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Frame.Crumb;
import it.opencit.subscriptions.pages.FormPage;
import it.opencit.subscriptions.pages.FormPage.Field;
import it.opencit.tariffs.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short forms of the staff about one subscription. */
@Component
@Transactional(readOnly = true)
class SubscriptionForms {

    private final SubscriptionActs acts;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final RequestPages pages;

    SubscriptionForms(SubscriptionActs acts, Catalogue catalogue, Organizations organizations, RequestPages pages) {
        this.acts = acts;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.pages = pages;
    }

    FormPage act(Subscription subscription, SubscriptionActKind kind) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("version", "", "hidden", false, List.of(), ""));
        switch (kind) {
            case REVIEW -> fields.add(Field.required("date", "Presa in carico il", "date"));
            case ASSIGN -> {
                fields.add(Field.required("date", "Data", "date"));
                fields.add(Field.required("person", "Chi cura l'attivazione", "text")
                        .hint("Nome e cognome della persona del centro."));
                fields.add(Field.choice("supplier", "Fornitore incaricato", suppliers(), false));
            }
            case ACTIVATE -> {
                fields.add(Field.required("date", "Primo giorno di uso", "date"));
                if (isYearly(subscription)) {
                    fields.add(Field.of("yearlyFrom", "Canone annuale dal", "date")
                            .hint("Lascialo vuoto se per quest'anno il canone non è dovuto."));
                }
            }
            case REQUEST_TERMINATION -> {
                fields.add(Field.required("date", "Data della richiesta di disdetta", "date"));
                fields.add(Field.required("lastDay", "Ultimo giorno di uso", "date"));
                fields.add(Field.required("reason", "Motivo", "textarea"));
                protocol(fields);
            }
            case TERMINATE -> {
                fields.add(Field.required("date", "Data", "date"));
                fields.add(Field.required("lastDay", "Ultimo giorno di uso", "date"));
            }
            case RESUME, REFUSE, WITHDRAW, REOPEN -> {
                fields.add(Field.required("date", "Data", "date"));
                fields.add(Field.required("reason", "Motivo", "textarea").hint("L'ente lo vede."));
            }
        }
        fields.add(Field.of(
                        "signedFile",
                        kind == SubscriptionActKind.REQUEST_TERMINATION ? "Modulo di disdetta firmato" : "Documento",
                        "file")
                .hint(Uploads.HINT));
        return page(subscription, kind.label(), intro(kind), "/" + kind.noun(), true, fields, "Registra");
    }

    FormPage renewal(Subscription subscription) {
        return page(
                subscription,
                "Rinnovo",
                List.of("Aggiunge il periodo di canone dell'anno."),
                "/rinnovo",
                false,
                List.of(Field.required("year", "Anno", "text"), Field.of("reason", "Note", "textarea")),
                "Rinnova");
    }

    FormPage quantity(Subscription subscription) {
        return page(
                subscription,
                "Quantità",
                List.of("Ogni giorno vale una quantità sola. Nel canone dell'anno conta la più alta dell'anno."),
                "/quantita",
                false,
                List.of(
                        Field.choice("key", "Che cosa", units(subscription, false), true),
                        Field.required("value", "Quantità in tutto", "text"),
                        Field.required("from", "Dal", "date"),
                        Field.of("to", "Al", "date").hint("Vuoto se continua."),
                        Field.of("close", "Chiudi il giorno prima quella in corso", "checkbox"),
                        Field.of("note", "Nota", "text")),
                "Aggiungi");
    }

    FormPage consumption(Subscription subscription) {
        return page(
                subscription,
                "Consumo",
                List.of(
                        "Ogni giorno si conta una volta sola. Gli stessi giorni, scritti di nuovo, prendono il nuovo valore."),
                "/consumi",
                false,
                List.of(
                        Field.choice("key", "Che cosa", units(subscription, true), true),
                        Field.required("value", "Consumo nel periodo", "text"),
                        Field.required("from", "Dal", "date"),
                        Field.required("to", "Al", "date"),
                        Field.of("note", "Nota", "text")),
                "Registra");
    }

    FormPage payers(Subscription subscription) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.required("fromYear", "Primo anno a cui si applica", "text"));
        List<Option> bodies = Stream.concat(
                        Stream.of(new Option("", "Nessun altro ente")),
                        organizations.all().stream()
                                .filter(body -> !body.id().equals(subscription.organization()))
                                .map(body -> new Option(body.id().toString(), body.fullName())))
                .toList();
        for (int i = 1; i <= PAYERS; i++) {
            fields.add(Field.choice("payer" + i, "Ente pagante " + i, bodies, false));
            fields.add(Field.of("share" + i, "Parte a carico dell'ente pagante " + i + " (%)", "text"));
        }
        return page(
                subscription,
                "Chi paga",
                List.of(
                        "Quello che nessuno prende a carico lo paga l'ente. Per gli anni prima resta quello che valeva."),
                "/paganti",
                false,
                fields,
                "Salva");
    }

    /** How many other payers a form takes. */
    static final int PAYERS = 3;

    FormPage details(Subscription subscription) {
        return page(
                subscription,
                "Modifica",
                List.of(),
                "/modifica",
                false,
                List.of(
                        new Field("version", "", "hidden", false, List.of(), ""),
                        Field.of("contactName", "Referente", "text"),
                        Field.of("contactEmail", "E-mail del referente", "email"),
                        Field.of("contactPhone", "Telefono del referente", "text"),
                        Field.choice("partner", "Partner tecnologico", suppliers(), false),
                        Field.of("notes", "Note", "textarea")),
                "Salva");
    }

    FormPage document(Subscription subscription, String path) {
        List<Option> roles = Arrays.stream(AttachmentRole.values())
                .map(role -> new Option(role.name(), role.label()))
                .toList();
        return page(
                subscription,
                "Carica un documento",
                List.of(),
                path,
                true,
                List.of(
                        Field.choice("role", "Che documento è", roles, true),
                        new Field("file", "File", "file", true, List.of(), Uploads.HINT)),
                "Carica");
    }

    FormPage answer(Subscription subscription, Request request) {
        return page(
                subscription,
                "Risposta alla richiesta",
                List.of("Richiesta: " + request.kind().label() + "."),
                "/richieste/" + request.id() + "/esito",
                false,
                List.of(
                        Field.choice(
                                "answer",
                                "Esito",
                                List.of(
                                        new Option("", "Scegli…"),
                                        new Option("ACCEPTED", "Accolta"),
                                        new Option("REFUSED", "Rifiutata")),
                                true),
                        Field.required("date", "Vale dal, oppure data del rifiuto", "date"),
                        Field.of("reason", "Risposta all'ente", "textarea")
                                .hint("Il motivo è obbligatorio se si rifiuta.")),
                "Registra");
    }

    FormPage protocol(Subscription subscription, Request request) {
        List<Field> fields = new ArrayList<>();
        protocol(fields);
        return page(
                subscription,
                "Protocollo della richiesta",
                List.of("Richiesta: " + request.kind().label() + "."),
                "/richieste/" + request.id() + "/protocollo",
                false,
                fields,
                "Salva");
    }

    static void protocol(List<Field> fields) {
        fields.add(Field.of("protocolNumber", "Numero di protocollo", "text")
                .hint("Con gli zeri iniziali: per esempio 00002619."));
        fields.add(Field.of("protocolDate", "Data del protocollo", "date"));
        fields.add(Field.of("protocolRegister", "Registro", "text")
                .hint("Vuoto per il registro consueto, «" + Protocol.USUAL_REGISTER + "»."));
    }

    private FormPage page(
            Subscription subscription,
            String title,
            List<String> intro,
            String path,
            boolean multipart,
            List<Field> fields,
            String button) {
        String address = SubscriptionAddresses.of(subscription.id());
        Organization body = organizations.get(subscription.organization());
        String service = catalogue.get(subscription.offering()).title();
        return new FormPage(
                title,
                List.of(
                        new Crumb("Servizi erogati", SubscriptionAddresses.STAFF),
                        new Crumb(service + ", " + body.fullName(), address),
                        new Crumb(title, "")),
                intro,
                address + path,
                address,
                multipart,
                fields,
                button);
    }

    private static List<String> intro(SubscriptionActKind kind) {
        return switch (kind) {
            case ACTIVATE ->
                List.of(
                        "Da questo giorno valgono le quantità e i paganti chiesti; nascono i periodi di canone dell'anno.");
            case TERMINATE -> List.of("Dopo l'ultimo giorno di uso non è dovuto più niente.");
            case RESUME -> List.of("Il servizio prosegue come se la disdetta non ci fosse stata.");
            case REOPEN -> List.of("La richiesta torna da verificare.");
            default -> List.of();
        };
    }

    private boolean isYearly(Subscription subscription) {
        return catalogue.get(subscription.offering()).fee() == it.opencit.catalogue.FeeKind.YEARLY;
    }

    private List<Option> units(Subscription subscription, boolean consumed) {
        Offering offering = catalogue.get(subscription.offering());
        UnitNames names = pages.units(offering);
        Map<String, Quantity> wanted = consumed ? names.consumed() : names.dated();
        return wanted.values().stream()
                .map(quantity -> new Option(quantity.key(), quantity.label()))
                .toList();
    }

    private List<Option> suppliers() {
        return Stream.concat(
                        Stream.of(new Option("", "Nessuno")),
                        catalogue.suppliers().stream()
                                .map(one -> new Option(one.id().toString(), one.name())))
                .toList();
    }

    /** The subscription, for who begins a form. */
    Subscription get(SubscriptionId id) {
        return acts.get(id);
    }

    String name(OrganizationId body) {
        return organizations.get(body).fullName();
    }
}
