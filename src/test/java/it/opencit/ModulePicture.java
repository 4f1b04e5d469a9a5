// SPDX-License-Identifier: EUPL-1.2
package it.opencit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The modules as boxes in layers, with an arrow to what each may use. The same modules always give the same text. */
final class ModulePicture {

    private static final int WIDTH = 760;
    private static final int BOX_WIDTH = 210;
    private static final int BOX_HEIGHT = 54;
    private static final int LAYER = 104;
    private static final int MARGIN = 24;

    /**
     * A module as it declares itself.
     *
     * @param displayName in the pages, Italian
     * @param uses the names of those it may use
     */
    record Module(String displayName, Set<String> uses) {}

    private record Place(int x, int y) {}

    private final SortedMap<String, Module> modules;
    private final SortedMap<String, Place> places = new TreeMap<>();
    private final int height;

    private ModulePicture(Map<String, Module> modules) {
        this.modules = new TreeMap<>(modules);
        List<List<String>> layers = layers();
        this.height = MARGIN + layers.size() * LAYER;
        for (int layer = 0; layer < layers.size(); layer++) {
            List<String> names = layers.get(layer);
            for (int i = 0; i < names.size(); i++) {
                int centre = WIDTH * (2 * i + 1) / (2 * names.size());
                places.put(names.get(i), new Place(centre, MARGIN + (layers.size() - 1 - layer) * LAYER));
            }
        }
    }

    /** The picture as SVG. */
    static String of(Map<String, Module> modules) {
        return new ModulePicture(modules).svg();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\""
                        + " font-family=\"sans-serif\" text-anchor=\"middle\">",
                WIDTH,
                height,
                WIDTH);
        line(svg, "<title>Modules and their dependencies</title>");
        line(svg, "<desc>");
        modules.forEach((name, module) -> line(
                svg,
                "%s may use %s.",
                name,
                module.uses().isEmpty()
                        ? "nothing"
                        : String.join(", ", module.uses().stream().sorted().toList())));
        line(svg, "</desc>");
        line(
                svg,
                "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"8\""
                        + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" fill=\"#455b71\"/></marker></defs>");
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, height);
        modules.forEach((name, module) -> module.uses().stream()
                .sorted()
                .filter(used -> isDrawn(name, used))
                .forEach(used -> arrow(svg, name, used)));
        modules.forEach((name, module) -> box(svg, name, module));
        line(
                svg,
                "<text x=\"%d\" y=\"%d\" font-size=\"13\" fill=\"#455b71\">%s</text>",
                WIDTH / 2,
                height - 12,
                isClosed()
                        ? "A module may use those its arrows lead to, and whatever lies further along them."
                        : "A module may use those its arrows lead to.");
        line(svg, "</svg>");
        return svg.toString();
    }

    /** From the foot of a box; from its side when it goes past a layer, so as not to run behind what stands there. */
    private void arrow(StringBuilder svg, String user, String used) {
        Place from = places.get(user);
        Place to = places.get(used);
        boolean past = to.y() - from.y() > LAYER && to.x() != from.x();
        line(
                svg,
                "<path d=\"M%d %d L%d %d\" stroke=\"#455b71\" stroke-width=\"1.5\" marker-end=\"url(#arrow)\"/>",
                past ? from.x() + Integer.signum(to.x() - from.x()) * BOX_WIDTH / 2 : from.x(),
                past ? from.y() + BOX_HEIGHT / 2 : from.y() + BOX_HEIGHT,
                to.x(),
                to.y() - 2);
    }

    private void box(StringBuilder svg, String name, Module module) {
        Place place = places.get(name);
        line(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"#e6f0fa\" stroke=\"#0066cc\"/>",
                place.x() - BOX_WIDTH / 2,
                place.y(),
                BOX_WIDTH,
                BOX_HEIGHT);
        line(
                svg,
                "<text x=\"%d\" y=\"%d\" font-size=\"16\" font-weight=\"bold\" fill=\"#17324d\">%s</text>",
                place.x(),
                place.y() + 23,
                name);
        line(
                svg,
                "<text x=\"%d\" y=\"%d\" font-size=\"13\" fill=\"#17324d\">%s</text>",
                place.x(),
                place.y() + 42,
                module.displayName());
    }

    /** Each module stands one layer above the highest of those it uses. */
    private List<List<String>> layers() {
        List<List<String>> layers = new ArrayList<>();
        for (String name : modules.keySet()) {
            int layer = layerOf(name);
            while (layers.size() <= layer) {
                layers.add(new ArrayList<>());
            }
            layers.get(layer).add(name);
        }
        return layers;
    }

    private int layerOf(String name) {
        return uses(name).stream().mapToInt(this::layerOf).max().orElse(-1) + 1;
    }

    /** An arrow that a longer way tells already is left out, where every longer way is allowed. */
    private boolean isDrawn(String user, String used) {
        return !isClosed()
                || uses(user).stream().noneMatch(between -> uses(between).contains(used));
    }

    /** Whether whoever may use a module may also use whatever that may use. */
    private boolean isClosed() {
        return modules.values().stream()
                .allMatch(module ->
                        module.uses().stream().allMatch(used -> module.uses().containsAll(uses(used))));
    }

    private Set<String> uses(String name) {
        Module module = modules.get(name);
        if (module == null) {
            throw new IllegalArgumentException("No module " + name);
        }
        return module.uses();
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
