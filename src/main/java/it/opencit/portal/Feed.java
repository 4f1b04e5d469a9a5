// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * News for programs that read feeds, in the two usual formats.
 *
 * @param address of the page with the news
 * @param self address of the Atom feed, which is its identity
 */
record Feed(String title, String author, String address, String self, List<Entry> entries, Instant now) {

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    /** A piece of news. */
    record Entry(String title, String summary, String address, Instant published, Instant changed) {}

    /** RSS 2.0. */
    byte[] rss() throws XMLStreamException {
        var out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("channel");
        element(xml, "title", title);
        element(xml, "link", address);
        element(xml, "description", title);
        element(xml, "language", "it");
        for (Entry entry : entries) {
            xml.writeStartElement("item");
            element(xml, "title", entry.title());
            element(xml, "link", entry.address());
            element(xml, "guid", entry.address());
            element(
                    xml,
                    "pubDate",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            entry.published().atOffset(ZoneOffset.UTC)));
            element(xml, "description", entry.summary());
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        xml.close();
        return out.toByteArray();
    }

    /** Atom (RFC 4287). */
    byte[] atom() throws XMLStreamException {
        var out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "id", self);
        element(xml, "title", title);
        element(
                xml,
                "updated",
                entries.stream()
                        .map(Entry::changed)
                        .max(Instant::compareTo)
                        .orElse(now)
                        .toString());
        xml.writeStartElement("author");
        element(xml, "name", author);
        xml.writeEndElement();
        link(xml, "self", self);
        link(xml, "alternate", address);
        for (Entry entry : entries) {
            xml.writeStartElement("entry");
            element(xml, "id", entry.address());
            element(xml, "title", entry.title());
            element(xml, "published", entry.published().toString());
            element(xml, "updated", entry.changed().toString());
            link(xml, "alternate", entry.address());
            element(xml, "summary", entry.summary());
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        xml.close();
        return out.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
