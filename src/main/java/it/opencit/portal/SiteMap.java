// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The addresses of the site for search engines, in the format of sitemaps.org with the languages of each. */
final class SiteMap {

    private static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private SiteMap() {}

    /**
     * A page.
     *
     * @param english its address in English; {@code null} when it is not translated
     * @param changed {@code null} when not known
     */
    record Place(
            String address,
            @Nullable String english,
            @Nullable Instant changed) {}

    static byte[] of(List<Place> fixed, List<Place> contents) throws XMLStreamException {
        var out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(MAP);
        xml.writeNamespace("xhtml", XHTML);
        for (Place place : fixed) {
            write(xml, place);
        }
        for (Place place : contents) {
            write(xml, place);
        }
        xml.writeEndDocument();
        xml.close();
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Place place) throws XMLStreamException {
        one(xml, place.address(), place);
        if (place.english() != null) {
            one(xml, place.english(), place);
        }
    }

    private static void one(XMLStreamWriter xml, String address, Place place) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
        if (place.changed() != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(place.changed().toString());
            xml.writeEndElement();
        }
        if (place.english() != null) {
            alternate(xml, "it", place.address());
            alternate(xml, "en", place.english());
        }
        xml.writeEndElement();
    }

    private static void alternate(XMLStreamWriter xml, String language, String address) throws XMLStreamException {
        xml.writeEmptyElement("xhtml", "link", XHTML);
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", address);
    }
}
