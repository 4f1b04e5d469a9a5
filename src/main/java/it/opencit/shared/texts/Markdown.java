// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown (CommonMark with tables) as the pages show it: HTML that somebody typed is shown as text, a link that would run
 * something is only its words, pictures are those of the centre's own library, and the title of the page stays the only
 * heading of the first level. The same text always gives the same HTML.
 */
public final class Markdown {

    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST) // a line of ten thousand ">" is a text too
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .build();
    private static final Pattern TABLE = Pattern.compile("<(/?)table>");

    private Markdown() {}

    /** The text as HTML, fit to stand below the {@code h1} of a page. */
    public static String html(String markdown) {
        Node document = parse(markdown);
        document.accept(new SafeAddresses());
        document.accept(new BelowTheTitle());
        // What is typed is escaped, so these are the tables of the text: a wide one scrolls by itself.
        return TABLE.matcher(RENDERER.render(document))
                .replaceAll(tag -> tag.group(1).isEmpty()
                        ? "<div class=\"oc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Tabella\"><table class=\"table\">"
                        : "</table></div>");
    }

    /** The links and the pictures of a text, in their order. */
    public static List<TextLink> links(String markdown) {
        List<TextLink> links = new ArrayList<>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Optional<String> safe = SafeAddress.ofLink(link.getDestination());
                links.add(new TextLink(words(link), safe.orElse(link.getDestination()), false, safe.isPresent()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                Optional<String> safe = SafeAddress.ofPicture(image.getDestination());
                links.add(new TextLink(words(image), safe.orElse(image.getDestination()), true, safe.isPresent()));
            }
        });
        return links;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline typed) {
                words.append(typed.getLiteral()); // pages show it as the text it is
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /** The text as the library reads it. */
    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Takes away what leads where a text may not lead, and leaves the words. */
    private static final class SafeAddresses extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            keep(link, SafeAddress.ofLink(link.getDestination()).map(address -> {
                link.setDestination(address);
                return address;
            }));
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            keep(image, SafeAddress.ofPicture(image.getDestination()));
        }

        private static void keep(Node node, Optional<String> address) {
            if (address.isEmpty()) {
                while (node.getFirstChild() != null) {
                    node.insertBefore(node.getFirstChild());
                }
                node.unlink();
            }
        }
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
