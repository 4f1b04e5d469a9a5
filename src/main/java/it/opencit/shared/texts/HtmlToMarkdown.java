// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import it.opencit.shared.texts.Piece.Look;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * HTML that was pasted or edited as Markdown: headings, bold, italics, lists, links, tables, quotes, code and the centre's own
 * pictures stay, everything else leaves its words, and what runs, hides or decorates leaves nothing. What
 * {@link Markdown#html} makes comes back as the same text.
 */
public final class HtmlToMarkdown {

    private static final MarkdownRenderer WRITER = MarkdownRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    /** Lists and quotes within one another; deeper ones lose their shape and keep their words. */
    private static final int DEEPEST = 16;

    private static final int MOST_COLUMNS = 50;

    /** What has no words of its own: programs, styles, controls, what Word keeps for itself and what no reader sees. */
    private static final String UNWANTED =
            "script, style, template, noscript, iframe, object, embed, applet, svg, math, head, title, xml, button, select, textarea, input, audio,"
                    + " video, canvas, map, del, [hidden], [aria-hidden=true], .MsoCommentReference, .msocomanchor,"
                    + " [style~=(?i)display:\\s*none], [style~=(?i)mso-hide:\\s*all], [style~=(?i)mso-element:\\s*comment]";

    private static final Pattern BOLD = Pattern.compile("(?<![\\w-])font-weight:\\s*(bold|[6-9]00)");
    private static final Pattern NOT_BOLD = Pattern.compile("(?<![\\w-])font-weight:\\s*(normal|[1-5]00)");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w-])font-style:\\s*(italic|oblique)");
    private static final Pattern NOT_ITALIC = Pattern.compile("(?<![\\w-])font-style:\\s*normal");

    private Node place = new Document();
    private Line line = new Line();
    private int depth;

    private HtmlToMarkdown() {}

    /** The text of some HTML; empty when it has no words. */
    public static String markdown(String html) {
        Element body = Jsoup.parse(html).body();
        body.select(UNWANTED).remove();
        WordLists.mend(body);
        var reading = new HtmlToMarkdown();
        Node document = reading.place;
        reading.children(body, Piece.PLAIN);
        reading.flush();
        return written(document).strip();
    }

    /** A node as Markdown, escaped where it must be. */
    static String written(Node node) {
        return WRITER.render(node);
    }

    private void children(Element parent, Look look) {
        parent.childNodes().forEach(child -> {
            if (child instanceof TextNode text) {
                line.add(text.getWholeText(), look);
            } else if (child instanceof Element element) {
                element(element, look);
            }
        });
    }

    private void element(Element element, Look around) {
        Look look = look(element, around);
        switch (element.normalName()) {
            case "br" -> line.addBreak(look);
            case "img" -> picture(element, look);
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                heading(element, element.normalName().charAt(1) - '0');
            case "ul", "ol", "menu", "dir" -> list(element, look);
            case "blockquote" -> within(new BlockQuote(), () -> children(element, look));
            case "pre" -> code(element);
            case "hr" -> {
                flush();
                place.appendChild(new ThematicBreak());
            }
            case "table" -> table(element, look);
            case "dt" -> block(element, look.asStrong(true));
            default -> {
                if (element.hasClass("MsoTitle")) {
                    heading(element, 2);
                } else if (element.isBlock() || element.normalName().equals("li")) {
                    block(element, look);
                } else {
                    children(element, look);
                }
            }
        }
    }

    private void block(Element element, Look look) {
        flush();
        children(element, look);
        flush();
    }

    /** Ends the paragraph that was being read. */
    private void flush() {
        line.paragraphsInto(place);
        line = new Line();
    }

    /** Reads into a node of its own, which stays only if something came into it. */
    private void within(Node node, Runnable reading) {
        flush();
        if (depth == DEEPEST) {
            reading.run();
            flush();
            return;
        }
        Node outside = place;
        depth++;
        place = node;
        reading.run();
        flush();
        place = outside;
        depth--;
        if (node.getFirstChild() != null) {
            place.appendChild(node);
        }
    }

    private void heading(Element element, int level) {
        flush();
        Line words = words(element, Piece.PLAIN);
        if (!words.isEmpty()) {
            Heading heading = new Heading();
            heading.setLevel(Math.max(2, level)); // the first is the title of the page
            words.oneLineInto(heading, false);
            place.appendChild(heading);
        }
    }

    /** All the words below an element, in one line. */
    private Line words(Element element, Look look) {
        var reading = new HtmlToMarkdown();
        reading.inOneLine(element, look);
        return reading.line;
    }

    private void inOneLine(Element parent, Look around) {
        parent.childNodes().forEach(child -> {
            if (child instanceof TextNode text) {
                line.add(text.getWholeText(), around);
            } else if (child instanceof Element element) {
                Look look = look(element, around);
                if (element.normalName().equals("img")) {
                    picture(element, look);
                } else {
                    boolean apart = element.isBlock() || element.normalName().matches("li|td|th|tr|br");
                    line.add(apart ? " " : "", look);
                    inOneLine(element, look);
                    line.add(apart ? " " : "", look);
                }
            }
        });
    }

    private void picture(Element element, Look look) {
        SafeAddress.ofPicture(element.attr("src"))
                .ifPresent(address -> line.addPicture(address, element.attr("alt"), look));
    }

    private void code(Element element) {
        flush();
        String literal = element.wholeText().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        String code = literal.replaceAll("^([ \t]*\n)+|\\s+$", ""); // empty lines around it say nothing
        if (!code.isBlank()) {
            FencedCodeBlock block = new FencedCodeBlock();
            block.setLiteral(code + "\n");
            place.appendChild(block);
        }
    }

    private void list(Element element, Look look) {
        ListBlock list;
        if (element.normalName().equals("ol")) {
            OrderedList ordered = new OrderedList();
            ordered.setMarkerStartNumber(
                    element.attr("start").matches("\\d{1,9}") ? Integer.parseInt(element.attr("start")) : 1);
            list = ordered;
        } else {
            list = new BulletList();
        }
        within(list, () -> {
            items(element, list, look);
            list.setTight(isTight(list));
        });
        if (list.getParent() != null && list.getPrevious() instanceof ListBlock before && sameKind(before, list)) {
            while (list.getFirstChild() != null) { // they would be read as one, so they are one
                before.appendChild(list.getFirstChild());
            }
            before.setTight(isTight(before));
            list.unlink();
        }
    }

    private void items(Element element, Node list, Look look) {
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            if (child instanceof Element item && item.normalName().equals("li")) {
                within(new ListItem(), () -> children(item, look(item, look)));
            } else if (child instanceof Element other) {
                // Browsers and Word put a list that is within another beside the item it belongs to.
                Node last = list.getLastChild();
                within(last instanceof ListItem ? last : new ListItem(), () -> element(other, look));
            } else if (child instanceof TextNode text && !text.isBlank()) {
                within(new ListItem(), () -> line.add(text.getWholeText(), look));
            }
        }
    }

    private static boolean sameKind(ListBlock one, ListBlock other) {
        return one.getClass() == other.getClass();
    }

    /** Whether a list is written without empty lines: each item is a paragraph, and lists that may follow it at once. */
    private static boolean isTight(ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                boolean paragraph = block instanceof Paragraph && block.getPrevious() == null;
                if (!paragraph && !(block instanceof ListBlock inner && mayInterrupt(inner))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** CommonMark takes a number other than one right below a line for a part of its text. */
    private static boolean mayInterrupt(ListBlock list) {
        return !(list instanceof OrderedList ordered) || Integer.valueOf(1).equals(ordered.getMarkerStartNumber());
    }

    private void table(Element element, Look look) {
        List<Element> rows = element.select("tr").stream()
                .filter(row -> row.closest("table") == element)
                .toList();
        int columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        if (columns <= 1 || columns > MOST_COLUMNS) {
            block(element, look); // a frame around a text, or nothing that could be read
            return;
        }
        flush();
        element.select("caption").stream()
                .filter(caption -> caption.closest("table") == element)
                .forEach(caption -> block(caption, look));
        TableBlock table = new TableBlock();
        TableHead head = new TableHead();
        TableBody body = new TableBody();
        for (Element row : rows) {
            TableRow written = row(row, columns, look, head.getFirstChild() == null);
            if (head.getFirstChild() == null) {
                head.appendChild(written);
            } else {
                body.appendChild(written);
            }
        }
        table.appendChild(head);
        if (body.getFirstChild() != null) {
            table.appendChild(body);
        }
        place.appendChild(table);
    }

    private TableRow row(Element row, int columns, Look look, boolean heads) {
        TableRow written = new TableRow();
        List<Element> cells = cells(row);
        for (int column = 0; column < columns; column++) {
            TableCell cell = new TableCell();
            cell.setHeader(heads);
            if (column < cells.size()) {
                words(cells.get(column), look).oneLineInto(cell, !heads);
            }
            written.appendChild(cell);
        }
        return written;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(child -> child.normalName().matches("td|th"))
                .toList();
    }

    /** How the words of an element look, by its name and by the styles that programs write in place of it. */
    private static Look look(Element element, Look around) {
        Look look =
                switch (element.normalName()) {
                    case "b", "strong" -> around.asStrong(true);
                    case "i", "em", "cite", "dfn" -> around.asEmphasis(true);
                    case "code", "kbd", "samp", "tt" -> around.asCode();
                    case "a" -> link(element, around);
                    default -> around;
                };
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        if (style.isEmpty()) {
            return look;
        }
        if (says(BOLD, style)) {
            look = look.asStrong(true);
        } else if (says(NOT_BOLD, style)) {
            look = look.asStrong(false);
        }
        if (says(ITALIC, style)) {
            look = look.asEmphasis(true);
        } else if (says(NOT_ITALIC, style)) {
            look = look.asEmphasis(false);
        }
        return look;
    }

    private static Look link(Element element, Look around) {
        Optional<String> address = SafeAddress.ofLink(element.attr("href"));
        return address.isPresent() ? around.leadingTo(address.get()) : around;
    }

    private static boolean says(Pattern pattern, String style) {
        return pattern.matcher(style).find();
    }
}
