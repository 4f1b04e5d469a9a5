// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Microsoft Word sends lists as paragraphs that begin with a bullet typed by itself; here they become lists again. */
final class WordLists {

    private static final String MARK = "span[style*=mso-list:ignore], span[style*=mso-list: ignore]";
    private static final Pattern ITEM = Pattern.compile("mso-list:\\s*l\\d+\\s+level(\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("\\(?(\\d{1,4}|[a-zA-Z]|[ivxIVX]{1,5})[.)]");

    /** A list that is still open. */
    private record Open(int level, Element list) {}

    private WordLists() {}

    static void mend(Element body) {
        Deque<Open> open = new ArrayDeque<>();
        Node last = null;
        for (Element paragraph : body.select("p")) {
            Matcher item = ITEM.matcher(paragraph.attr("style"));
            if (!item.find()) {
                continue;
            }
            if (last == null || !follows(paragraph, last)) {
                open.clear();
            }
            last = append(paragraph, Integer.parseInt(item.group(1)), open);
        }
        body.select(MARK).remove(); // of headings that are numbered by themselves
    }

    /** Moves a paragraph into the list it belongs to; gives the outermost list. */
    private static Element append(Element paragraph, int level, Deque<Open> open) {
        String mark = paragraph.select(MARK).text().replace('\u00a0', ' ').strip();
        paragraph.select(MARK).remove();
        Matcher number = NUMBERED.matcher(mark);
        String kind = number.matches() ? "ol" : "ul";
        while (!open.isEmpty() && open.getLast().level() > level) {
            open.removeLast();
        }
        boolean another = open.isEmpty()
                || open.getLast().level() < level
                || !open.getLast().list().normalName().equals(kind);
        if (another) {
            Element list = new Element(kind);
            if (number.matches() && Character.isDigit(number.group(1).charAt(0))) {
                list.attr("start", number.group(1));
            }
            if (!open.isEmpty() && open.getLast().level() == level) {
                open.removeLast(); // a numbered list after one with bullets, at the same level
            }
            Element around = open.isEmpty() ? null : open.getLast().list().lastElementChild();
            if (around == null) {
                paragraph.before(list);
            } else {
                around.appendChild(list);
            }
            open.addLast(new Open(level, list));
        }
        Element item = open.getLast().list().appendElement("li");
        paragraph.childNodesCopy().forEach(item::appendChild);
        Node outermost = open.getFirst().list();
        paragraph.remove();
        return (Element) outermost;
    }

    /** Whether nothing but blanks stands between a list and the paragraph. */
    private static boolean follows(Element paragraph, Node list) {
        @Nullable Node before = paragraph.previousSibling();
        while (before instanceof Comment || before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        return before == list;
    }
}
