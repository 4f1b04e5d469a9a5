// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.agreements.pages.AccessionPage.Fact;
import it.opencit.agreements.pages.AccessionPage.Section;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.List;

/** What is known of an accession, act by act, as a reader of the office expects it. */
final class AccessionFacts {

    private AccessionFacts() {}

    static List<Section> sections(AccessionState state) {
        List<Section> sections = new ArrayList<>();
        Delibera delibera = state.delibera();
        if (delibera != null) {
            sections.add(new Section("Delibera dell'ente", facts(delibera)));
        }
        Signature signature = state.signature();
        if (signature != null) {
            sections.add(new Section(
                    "Firma dell'ente",
                    List.of(
                            new Fact("Firmatario", signature.signatory()),
                            new Fact("In qualità di", signature.office()),
                            new Fact("Data della firma", Italian.date(signature.date())))));
        }
        Countersignature made = state.countersignature();
        if (made != null) {
            sections.add(new Section(
                    "Controfirma del centro",
                    List.of(
                            new Fact("Data della controfirma", Italian.date(made.date())),
                            new Fact("Protocollo", made.protocol() + " del " + Italian.date(made.protocolDate())),
                            new Fact(
                                    "Adesione",
                                    "dal " + Italian.date(made.from()) + " al " + Italian.date(made.to())))));
        }
        if (state instanceof AccessionState.Withdrawn left) {
            sections.add(new Section("Recesso", facts(left.withdrawal())));
        }
        return sections;
    }

    private static List<Fact> facts(Delibera delibera) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Organo", delibera.approvedBy().label()));
        facts.add(new Fact("Numero e data", "n. " + delibera.number() + " del " + Italian.date(delibera.date())));
        if (delibera.published() != null) {
            facts.add(new Fact("Pubblicata dal", Italian.date(delibera.published())));
        }
        facts.add(new Fact(
                "Esecutiva dal",
                Italian.date(delibera.enforceableFrom())
                        + (delibera.immediate() ? " (immediatamente eseguibile)" : "")));
        return facts;
    }

    private static List<Fact> facts(Withdrawal withdrawal) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Ultimo giorno di adesione", Italian.date(withdrawal.lastDay())));
        facts.add(new Fact("Motivo", withdrawal.reason()));
        if (withdrawal.act() != null) {
            facts.add(new Fact("Atto", withdrawal.act()));
        }
        return facts;
    }

    /** What is true but not as the rules would have it: it is recorded as it happened, and shown. */
    static List<String> warnings(AccessionState state) {
        List<String> warnings = new ArrayList<>();
        Delibera delibera = state.delibera();
        Signature signature = state.signature();
        if (delibera != null && signature != null && signature.date().isBefore(delibera.enforceableFrom())) {
            warnings.add(Messages.text(
                    "agreements.warning.signed-early",
                    Italian.date(signature.date()),
                    Italian.date(delibera.enforceableFrom())));
        }
        Countersignature made = state.countersignature();
        if (made != null && !made.protocol().isRegular()) {
            warnings.add(Messages.text(
                    "agreements.warning.short-protocol", made.protocol().digits()));
        }
        return warnings;
    }

    /** The colour of the badge, as Bootstrap names it. */
    static String tone(AccessionStage stage) {
        return switch (stage) {
            case DRAFT, WITHDRAWN -> "secondary";
            case APPROVED, SIGNED -> "primary";
            case ACTIVE -> "success";
            case EXPIRED -> "danger";
        };
    }
}
