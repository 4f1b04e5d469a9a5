// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tariffs.pages.Comparison.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The editor of a draft.
 *
 * @param address where the form is sent
 * @param back where to go without saving
 * @param theirs values that somebody else saved meanwhile, by field
 * @param conflict what differs from what somebody else saved; empty when nobody did
 * @param quantities rows of the quantities
 * @param figures kinds of figure with their plural
 */
public record EditorPage(
        String title,
        String address,
        String back,
        FormInput form,
        Map<String, String> theirs,
        List<Change> conflict,
        Node root,
        int quantities,
        List<Option> figures,
        List<Option> measures,
        List<Option> kinds,
        List<Option> types,
        List<Option> containers,
        List<Option> allowances,
        PreviewPage preview) {

    /** The choices for the date of a figure of the tariff. */
    public static final List<Option> WHEN = when("non indicata: il più recente");

    /** The choices for the date of a figure of another year. */
    public static final List<Option> WHEN_OTHERWISE = when("come la tariffa");

    /** The regimes of VAT. */
    public static final List<Option> VAT = List.of(
            new Option("", "non indicata"), new Option("ESENTE", "esente"), new Option("ALIQUOTA", "con aliquota"));

    /**
     * A component in the form.
     *
     * @param name before the names of its fields
     * @param role its place within the parent; "" in a list
     * @param inList whether it can be moved and taken away
     * @param forKinds whether it says for which kinds of body it is
     * @param bands how many; -1 when it has no table
     * @param list whether other components can be added within it
     */
    public record Node(
            String name,
            String role,
            String type,
            String typeLabel,
            boolean allowance,
            boolean inList,
            boolean first,
            boolean last,
            boolean forKinds,
            boolean wraps,
            List<Field> fields,
            int bands,
            boolean list,
            List<Node> children) {}

    /**
     * A field of a component.
     *
     * @param control "parameter", "measure", "number", "text", "flag", "kinds" or "dates"
     */
    public record Field(String name, String label, String control) {}

    /** The choices of a measure, with what stands there if it is none of them. */
    public List<Option> measures(String value) {
        if (value.isEmpty() || measures.stream().anyMatch(each -> each.value().equals(value))) {
            return measures;
        }
        List<Option> more = new ArrayList<>(measures);
        more.add(new Option(value, value));
        return more;
    }

    private static List<Option> when(String nothing) {
        return List.of(
                new Option("", nothing),
                new Option("LATEST", "il più recente"),
                new Option("PREVIOUS_YEAR_END", "31 dicembre dell'anno precedente"),
                new Option("PENULTIMATE_YEAR_END", "31 dicembre di due anni prima"),
                new Option("ON", "un giorno preciso"));
    }
}
