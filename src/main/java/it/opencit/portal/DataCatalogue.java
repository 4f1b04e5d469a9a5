// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centre;
import it.opencit.centres.Links;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of the open data as the national portal gathers it: DCAT-AP_IT, as JSON-LD. */
final class DataCatalogue {

    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final Map<String, String> CONTEXT = new LinkedHashMap<>();

    static {
        CONTEXT.put("dcat", "http://www.w3.org/ns/dcat#");
        CONTEXT.put("dct", "http://purl.org/dc/terms/");
        CONTEXT.put("dcatapit", "http://dati.gov.it/onto/dcatapit#");
        CONTEXT.put("foaf", "http://xmlns.com/foaf/0.1/");
        CONTEXT.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        CONTEXT.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private DataCatalogue() {}

    static Map<String, Object> of(Centre centre, Links links, LocalDate today) {
        SiteText text = SiteText.in(Language.ITALIAN);
        String self = links.to("/dati");
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@id", links.to("/"));
        publisher.put("@type", List.of("foaf:Agent", "dcatapit:Agent"));
        publisher.put("foaf:name", centre.leadBody());
        publisher.put("dct:identifier", centre.code());

        List<Object> graph = new ArrayList<>();
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@id", self);
        catalogue.put("@type", List.of("dcat:Catalog", "dcatapit:Catalog"));
        catalogue.put("dct:title", centre.name() + ", open data");
        catalogue.put("dct:description", text.get("data.lead"));
        catalogue.put("dct:publisher", id(links.to("/")));
        catalogue.put("dct:modified", day(today));
        catalogue.put("dct:language", id(AUTHORITY + "language/ITA"));
        catalogue.put("foaf:homepage", id(self));
        catalogue.put(
                "dcat:dataset",
                java.util.Arrays.stream(Dataset.values())
                        .map(one -> id(self + "#" + one.file()))
                        .toList());
        graph.add(catalogue);
        graph.add(publisher);
        for (Dataset one : Dataset.values()) {
            graph.add(dataset(one, self, centre, links, text, today));
            graph.add(distribution(one, "csv", "CSV", links, text));
            graph.add(distribution(one, "json", "JSON", links, text));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", CONTEXT);
        whole.put("@graph", graph);
        return whole;
    }

    private static Map<String, Object> dataset(
            Dataset one, String self, Centre centre, Links links, SiteText text, LocalDate today) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", self + "#" + one.file());
        dataset.put("@type", List.of("dcat:Dataset", "dcatapit:Dataset"));
        dataset.put("dct:identifier", centre.code() + ":" + one.file());
        dataset.put("dct:title", text.get("data." + one.key()));
        dataset.put("dct:description", text.get("data." + one.key() + ".text"));
        dataset.put("dct:modified", day(today));
        dataset.put("dct:publisher", id(links.to("/")));
        dataset.put("dct:rightsHolder", id(links.to("/")));
        dataset.put("dct:accrualPeriodicity", id(AUTHORITY + "frequency/CONT"));
        dataset.put("dct:language", id(AUTHORITY + "language/ITA"));
        dataset.put("dcat:theme", id(AUTHORITY + "data-theme/GOVE"));
        dataset.put("dcat:landingPage", id(self));
        if (!centre.email().isEmpty()) {
            Map<String, Object> contact = new LinkedHashMap<>();
            contact.put("@type", List.of("vcard:Organization", "dcatapit:Organization"));
            contact.put("vcard:fn", centre.name());
            contact.put("vcard:hasEmail", id("mailto:" + centre.email()));
            dataset.put("dcat:contactPoint", contact);
        }
        dataset.put("dcat:distribution", List.of(id(file(one, "csv", links)), id(file(one, "json", links))));
        return dataset;
    }

    private static Map<String, Object> distribution(
            Dataset one, String format, String code, Links links, SiteText text) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@id", file(one, format, links));
        distribution.put("@type", List.of("dcat:Distribution", "dcatapit:Distribution"));
        distribution.put("dct:title", text.get("data." + one.key()) + " (" + code + ")");
        distribution.put("dct:format", id(AUTHORITY + "file-type/" + code));
        distribution.put("dcat:accessURL", id(file(one, format, links)));
        distribution.put("dcat:downloadURL", id(file(one, format, links)));
        distribution.put("dct:license", id(LICENCE));
        return distribution;
    }

    private static String file(Dataset one, String format, Links links) {
        return links.to("/dati/" + one.file() + "." + format);
    }

    private static Map<String, String> id(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, String> day(LocalDate date) {
        return Map.of("@type", "xsd:date", "@value", date.toString());
    }
}
