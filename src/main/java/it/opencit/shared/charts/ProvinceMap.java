// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The boundaries of the Comuni of one province, ready to be drawn.
 *
 * @param width of the drawing, in its own units
 * @param height of the drawing
 * @param shapes one for each Comune
 */
public record ProvinceMap(int width, int height, List<Shape> shapes) {

    private static final int WIDTH = 800;
    private static final Map<String, Optional<ProvinceMap>> READ = new ConcurrentHashMap<>();

    /**
     * A Comune.
     *
     * @param cadastralCode what joins it to data: the only code that does not change with the provinces
     * @param path of SVG
     */
    public record Shape(String cadastralCode, String name, String path) {}

    /** The map of a province by its ISTAT code of three digits; empty where no boundaries are shipped. */
    public static Optional<ProvinceMap> of(String provinceCode) {
        return READ.computeIfAbsent(provinceCode, ProvinceMap::read);
    }

    private static Optional<ProvinceMap> read(String provinceCode) {
        if (!provinceCode.matches("\\d{3}")) {
            return Optional.empty();
        }
        try (InputStream file =
                ProvinceMap.class.getResourceAsStream("/data/boundaries/" + provinceCode + ".topo.json")) {
            if (file == null) {
                return Optional.empty();
            }
            return Optional.of(drawn(new JsonMapper().readTree(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TopoJSON keeps each border once, as an arc of small steps; a negative number names an arc walked backwards. */
    private static ProvinceMap drawn(JsonNode topology) {
        List<double[][]> arcs = arcs(topology);
        Frame frame = Frame.around(arcs);
        List<Shape> shapes = new ArrayList<>();
        for (JsonNode object : topology.get("objects")) {
            for (JsonNode geometry : object.get("geometries")) {
                JsonNode properties = geometry.get("properties");
                var path = new StringBuilder();
                JsonNode parts = geometry.get("arcs");
                switch (geometry.get("type").asString()) {
                    case "Polygon" -> polygon(parts, arcs, frame, path);
                    case "MultiPolygon" -> parts.forEach(part -> polygon(part, arcs, frame, path));
                    default -> throw new IllegalStateException("Not an area: " + geometry.get("type"));
                }
                shapes.add(new Shape(
                        properties.get("com_catasto_code").asString(),
                        properties.get("name").asString(),
                        path.toString()));
            }
        }
        return new ProvinceMap(WIDTH, (int) Math.ceil(frame.height()), List.copyOf(shapes));
    }

    private static List<double[][]> arcs(JsonNode topology) {
        JsonNode transform = topology.get("transform");
        double[] scale = {1, 1};
        double[] start = {0, 0};
        if (transform != null) {
            scale = pair(transform.get("scale"));
            start = pair(transform.get("translate"));
        }
        List<double[][]> arcs = new ArrayList<>();
        for (JsonNode arc : topology.get("arcs")) {
            double[][] points = new double[arc.size()][];
            double x = 0;
            double y = 0;
            for (int i = 0; i < arc.size(); i++) {
                double[] step = pair(arc.get(i));
                x = transform == null ? step[0] : x + step[0];
                y = transform == null ? step[1] : y + step[1];
                points[i] = new double[] {x * scale[0] + start[0], y * scale[1] + start[1]};
            }
            arcs.add(points);
        }
        return arcs;
    }

    private static double[] pair(JsonNode numbers) {
        return new double[] {numbers.get(0).asDouble(), numbers.get(1).asDouble()};
    }

    private static void polygon(JsonNode rings, List<double[][]> arcs, Frame frame, StringBuilder path) {
        for (JsonNode ring : rings) {
            boolean first = true;
            for (JsonNode reference : ring) {
                int number = reference.asInt();
                double[][] arc = arcs.get(number < 0 ? ~number : number);
                for (int i = 0; i < arc.length; i++) {
                    if (i == 0 && !first) {
                        continue; // the end of one arc is the start of the next
                    }
                    double[] point = arc[number < 0 ? arc.length - 1 - i : i];
                    path.append(first ? 'M' : 'L')
                            .append(frame.x(point))
                            .append(' ')
                            .append(frame.y(point));
                    first = false;
                }
            }
            path.append('Z');
        }
    }

    /** Degrees to the units of the drawing: a flat projection true at the middle latitude is enough for a province. */
    private record Frame(double west, double north, double perDegreeEast, double perDegreeNorth, double height) {

        static Frame around(List<double[][]> arcs) {
            double west = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double south = Double.MAX_VALUE;
            double north = -Double.MAX_VALUE;
            for (double[][] arc : arcs) {
                for (double[] point : arc) {
                    west = Math.min(west, point[0]);
                    east = Math.max(east, point[0]);
                    south = Math.min(south, point[1]);
                    north = Math.max(north, point[1]);
                }
            }
            double perDegreeEast = WIDTH / (east - west);
            double perDegreeNorth = perDegreeEast / Math.cos(Math.toRadians((north + south) / 2));
            return new Frame(west, north, perDegreeEast, perDegreeNorth, (north - south) * perDegreeNorth);
        }

        String x(double[] point) {
            return String.format(Locale.ROOT, "%.1f", (point[0] - west) * perDegreeEast);
        }

        String y(double[] point) {
            return String.format(Locale.ROOT, "%.1f", (north - point[1]) * perDegreeNorth);
        }
    }
}
