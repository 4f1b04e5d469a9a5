// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.NotFound;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.pages.Comparison;
import it.opencit.tariffs.pages.TariffSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts tariffs into the words and values that their pages show. */
@Component
class TariffSheets {

    static final String HOME = "/gestione/tariffe";

    private final Tariffs tariffs;
    private final Kits kits;

    TariffSheets(Tariffs tariffs, Kits kits) {
        this.tariffs = tariffs;
        this.kits = kits;
    }

    /** The page of a version of this centre. */
    TariffSheet of(TariffVersion version, boolean writable) {
        String token = String.valueOf(version.id());
        return sheet(
                version.tariff(),
                HOME + "/" + token,
                token,
                version.state().label(),
                version.isDraft(),
                writable,
                version.derivedFrom() == null ? "" : version.derivedFrom(),
                changed(version),
                version.version());
    }

    /** The page of a tariff that a kit ships. */
    TariffSheet shipped(Tariff tariff, boolean writable) {
        return sheet(
                tariff,
                HOME + "/corredi/" + tariff.code(),
                tariff.code(),
                "del corredo " + tariff.centre(),
                false,
                writable,
                "",
                "",
                -1);
    }

    /** Two tariffs, each named by the number of a version or the code of a kit's tariff. */
    Comparison compare(String before, String after) {
        Tariff first = named(before);
        Tariff second = named(after);
        List<Option> choices = new ArrayList<>();
        for (TariffVersion version : tariffs.versions()) {
            choices.add(new Option(
                    String.valueOf(version.id()),
                    name(version.tariff()) + " (" + version.state().label() + ")"));
        }
        kits.tariffs().forEach(tariff -> choices.add(new Option(tariff.code(), name(tariff) + " (corredo)")));
        return new Comparison(
                before,
                name(first),
                after,
                name(second),
                Differences.between(first, second, tariffs.figureKinds()),
                choices);
    }

    /** A version of this centre by number, or a tariff of a kit by code. */
    Tariff named(String token) {
        return token.matches("\\d{1,18}")
                ? tariffs.version(Long.parseLong(token)).tariff()
                : kits.find(token).orElseThrow(() -> new NotFound(token));
    }

    private static String name(Tariff tariff) {
        return tariff.code() + " " + Words.validity(tariff);
    }

    private TariffSheet sheet(
            Tariff tariff,
            String address,
            String token,
            String state,
            boolean draft,
            boolean writable,
            String derivedFrom,
            String changed,
            int version) {
        FigureKinds kinds = tariffs.figureKinds();
        Verdict verdict = tariffs.check(tariff);
        Act act = tariff.act();
        return new TariffSheet(
                address,
                token,
                tariff.code(),
                tariff.title(),
                state,
                draft,
                version < 0,
                writable,
                Words.validity(tariff),
                Words.act(act),
                act == null || act.text() == null ? "" : act.text(),
                Words.vat(tariff.vat()),
                new TreeMap<>(tariff.figureDates())
                        .entrySet().stream()
                                .map(entry -> kinds.plural(entry.getKey()) + ": " + Words.when(entry.getValue()))
                                .toList(),
                tariff.quantities().stream()
                        .map(each -> new TariffSheet.QuantityLine(
                                each.key(), each.label(), each.unit(), Italian.number(each.whenMissing())))
                        .toList(),
                Outline.of(tariff, kinds),
                tariff.notes(),
                verdict.problems().stream().map(Verdict.Problem::inItalian).toList(),
                verdict.toConfirm().stream()
                        .map(Verdict.Problem::inItalian)
                        .distinct()
                        .toList(),
                derivedFrom,
                changed,
                version,
                tariffs.history(tariff.code()).stream()
                        .map(other -> line(other, token))
                        .toList());
    }

    private static TariffSheet.Version line(TariffVersion version, String token) {
        String other = String.valueOf(version.id());
        return new TariffSheet.Version(
                HOME + "/" + other,
                Words.validity(version.tariff()),
                version.state().label(),
                Words.act(version.tariff().act()),
                changed(version),
                other.equals(token) ? "" : HOME + "/confronto?prima=" + other + "&dopo=" + token);
    }

    private static String changed(TariffVersion version) {
        return Italian.moment(version.changedAt()) + ", " + version.changedBy();
    }
}
