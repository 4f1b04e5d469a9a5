// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as the pages show it: HTML that somebody typed is shown as text, addresses that would run something lead nowhere,
 * and the title of the page stays the only heading of the first level.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new BelowTheTitle());
        return RENDERER.render(document);
    }

    /** The first heading is of the second level; none is more than one deeper than the one before. */
    private static final class BelowTheTitle extends AbstractVisitor {

        private int first;
        private int before = 1;

        @Override
        public void visit(Heading heading) {
            if (first == 0) {
                first = heading.getLevel();
            }
            int level = Math.clamp(heading.getLevel() - first + 2, 2, Math.min(6, before + 1));
            heading.setLevel(level);
            before = level;
            visitChildren(heading);
        }
    }
}
