// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a page of HTML, a line for each block; nothing of it is run or loaded. */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        StringBuilder text = new StringBuilder();
        Element body = Jsoup.parse(html).body();
        body.select("script, style, head, title").remove();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text().replace('\u00a0', ' '));
                } else if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "br" -> text.append('\n');
                        case "li" -> text.append("\n- ");
                        case "td", "th" -> text.append(' ');
                        default -> {
                            if (element.isBlock()) {
                                text.append('\n');
                            }
                        }
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    if (element.isBlock() && !element.normalName().equals("li")) {
                        text.append('\n');
                    }
                    String address = element.normalName().equals("a") ? element.attr("href") : "";
                    if (address.startsWith("http") && !element.text().contains(address)) {
                        text.append(" <").append(address).append('>');
                    }
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
