// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import it.opencit.shared.texts.Piece.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The words of a paragraph, a heading or a cell on their way to Markdown. Spaces are joined; bold and italics stand where
 * CommonMark reads them as such, which is not at a space nor between a full stop and a letter. Where it would still read
 * something else the words win over their look.
 */
final class Line {

    /** Each time writes fewer looks; only texts that nobody writes need more than three. */
    private static final int MOST_TIMES = 10;

    private final List<Piece> pieces = new ArrayList<>();

    void add(String text, Look look) {
        text.replace('\u00a0', ' ').codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || character == '\u2007' || character == '\u202f') {
                space(look);
            } else if (isShown(character)) {
                pieces.add(new Piece(Character.toString(character), look, null));
            }
        });
    }

    void addBreak(Look look) {
        trimEnd();
        pieces.add(new Piece("\n", look, null));
    }

    void addPicture(String address, String words, Look look) {
        pieces.add(new Piece(words.replaceAll("\\s+", " ").strip(), look, address));
    }

    private void space(Look look) {
        if (!pieces.isEmpty() && !pieces.getLast().isBlank()) {
            pieces.add(new Piece(" ", look, null));
        }
    }

    private void trimEnd() {
        while (!pieces.isEmpty()
                && pieces.getLast().isBlank()
                && !pieces.getLast().isBreak()) {
            pieces.removeLast();
        }
    }

    /** Marks of direction and joints that cannot be seen only hide words from a search. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> character != 0xfffd;
        };
    }

    boolean isEmpty() {
        return pieces.stream().allMatch(Piece::isBlank);
    }

    /** Puts the words below a node, as paragraphs; two line breaks begin another one. */
    void paragraphsInto(Node parent) {
        Line line = new Line();
        int breaks = 0;
        for (Piece piece : pieces) {
            if (piece.isBreak()) {
                breaks++;
                continue;
            }
            if (breaks > 1) {
                line.paragraphInto(parent);
                line = new Line();
            } else if (breaks == 1 && !line.isEmpty()) {
                line.addBreak(piece.look());
            }
            breaks = 0;
            if (!piece.isBlank() || !line.isEmpty() && !line.pieces.getLast().isBlank()) {
                line.pieces.add(piece);
            }
        }
        line.paragraphInto(parent);
    }

    private void paragraphInto(Node parent) {
        if (!isEmpty()) {
            Paragraph paragraph = new Paragraph();
            into(paragraph);
            parent.appendChild(paragraph);
        }
    }

    /** Puts the words below a heading or a cell, which have one line only. */
    void oneLineInto(Node parent, boolean mayBeStrong) {
        Line line = new Line();
        for (Piece piece : pieces) {
            Look look = mayBeStrong ? piece.look() : piece.look().asStrong(false);
            if (piece.isBlank()) {
                line.space(look);
            } else {
                line.pieces.add(piece.with(look));
            }
        }
        line.into(parent);
    }

    private void into(Node parent) {
        trimEnd();
        Node written = settled(look -> look)
                .or(() -> settled(look -> look.asEmphasis(false)))
                .or(() -> settled(look -> look.asEmphasis(false).asStrong(false)))
                .orElseGet(() -> written(looking(look -> Piece.PLAIN.leadingTo(look.link())).pieces));
        while (written.getFirstChild() != null) {
            parent.appendChild(written.getFirstChild());
        }
    }

    /**
     * The words written so that, read and written again, they stay as they are: a look that has no place where it begins gives way,
     * and what stands next to it may then be written otherwise.
     *
     * @return empty when Markdown read back has other words, or a mark left among them
     */
    private Optional<Node> settled(UnaryOperator<Look> looks) {
        Line line = looking(looks);
        for (int time = 0; time < MOST_TIMES; time++) {
            Node written = written(line.pieces);
            Line again = read(Markdown.parse(HtmlToMarkdown.written(written)));
            if (again.pieces.equals(line.pieces)) {
                return Optional.of(written);
            }
            if (!again.words().equals(line.words())) {
                return Optional.empty();
            }
            line = again;
        }
        return Optional.empty();
    }

    private Line looking(UnaryOperator<Look> looks) {
        Line line = new Line();
        pieces.forEach(piece -> line.pieces.add(piece.with(looks.apply(piece.look()))));
        return line;
    }

    private static Node written(List<Piece> pieces) {
        Paragraph paragraph = new Paragraph();
        new Nesting(pieces).into(paragraph, 0, pieces.size(), Piece.PLAIN);
        return paragraph;
    }

    /** The words of some Markdown, with their looks. */
    private static Line read(Node markdown) {
        Line line = new Line();
        markdown.accept(new Reading(line));
        line.trimEnd();
        return line;
    }

    /** What is read, pictures by the words in their place; a break is a space, as it is in code. */
    private String words() {
        StringBuilder words = new StringBuilder();
        pieces.forEach(piece -> words.append(piece.isBreak() ? " " : piece.text()));
        return words.toString().replaceAll(" +", " ").strip();
    }

    private static final class Reading extends AbstractVisitor {

        private final Line line;
        private Look look = Piece.PLAIN;

        Reading(Line line) {
            this.line = line;
        }

        @Override
        public void visit(Text text) {
            line.add(text.getLiteral(), look);
        }

        @Override
        public void visit(Code code) {
            line.add(code.getLiteral(), look.asCode());
        }

        @Override
        public void visit(HardLineBreak hard) {
            line.addBreak(look);
        }

        @Override
        public void visit(SoftLineBreak soft) {
            line.add(" ", look);
        }

        @Override
        public void visit(Image image) {
            Line inside = new Line();
            new Reading(inside).visitChildren(image);
            line.addPicture(image.getDestination(), inside.words(), look);
        }

        @Override
        public void visit(Link link) {
            within(link, look.leadingTo(link.getDestination()));
        }

        @Override
        public void visit(StrongEmphasis strong) {
            within(strong, look.asStrong(true));
        }

        @Override
        public void visit(Emphasis emphasis) {
            within(emphasis, look.asEmphasis(true));
        }

        private void within(Node node, Look inside) {
            Look outside = look;
            look = inside;
            visitChildren(node);
            look = outside;
        }
    }

    /** Looks, which overlap as they like in HTML, one within the other: the one that goes on longer is outside. */
    private record Nesting(List<Piece> pieces) {

        void into(Node parent, int from, int to, Look outside) {
            int at = from;
            while (at < to) {
                Look look = pieces.get(at).look();
                String link = look.link();
                int linked = link == null || link.equals(outside.link())
                        ? at
                        : end(at, to, other -> Objects.equals(other.link(), link));
                int strong = outside.strong() || !look.strong() ? at : end(at, to, Look::strong);
                int emphasis = outside.emphasis() || !look.emphasis() ? at : end(at, to, Look::emphasis);
                int code = outside.code() || !look.code() ? at : end(at, to, other -> other.equals(look));
                int longest = Math.max(Math.max(linked, strong), emphasis);
                if (longest == at && code > at) {
                    parent.appendChild(new Code(plain(at, code)));
                    at = code;
                } else if (longest == at) {
                    at = plainInto(parent, at, to, look);
                } else if (longest == linked && link != null) {
                    at = marked(parent, at, linked, outside.leadingTo(link), new Link(link, null));
                } else if (longest == strong) {
                    at = marked(parent, at, strong, outside.asStrong(true), new StrongEmphasis());
                } else {
                    at = marked(parent, at, emphasis, outside.asEmphasis(true), new Emphasis());
                }
            }
        }

        private int end(int from, int to, Predicate<Look> same) {
            int end = from;
            while (end < to && same.test(pieces.get(end).look())) {
                end++;
            }
            return end;
        }

        /** Puts a mark around its words, less what it may not begin or end with; goes on after it. */
        private int marked(Node parent, int from, int to, Look inside, Node mark) {
            boolean delimited = !(mark instanceof Link);
            int begin = from;
            while (begin < to && (pieces.get(begin).isBlank() || delimited && clings(begin, begin - 1))) {
                begin++;
            }
            int end = to;
            while (end > begin && (pieces.get(end - 1).isBlank() || delimited && clings(end - 1, end))) {
                end--;
            }
            into(parent, from, begin, inside);
            if (begin < end) {
                into(mark, begin, end, inside);
                parent.appendChild(mark);
            }
            into(parent, end, to, inside);
            return to;
        }

        /** Whether a mark between punctuation and a word would be read as an asterisk. */
        private boolean clings(int edge, int outside) {
            return pieces.get(edge).isPunctuation()
                    && outside >= 0
                    && outside < pieces.size()
                    && pieces.get(outside).isWord();
        }

        private int plainInto(Node parent, int from, int to, Look look) {
            Piece first = pieces.get(from);
            String picture = first.picture();
            if (picture != null) {
                Image image = new Image(picture, null);
                image.appendChild(new Text(first.text()));
                parent.appendChild(image);
                return from + 1;
            }
            if (first.isBreak()) {
                parent.appendChild(new HardLineBreak());
                return from + 1;
            }
            int end = from;
            while (end < to
                    && pieces.get(end).look().equals(look)
                    && pieces.get(end).picture() == null
                    && !pieces.get(end).isBreak()) {
                end++;
            }
            String words = plain(from, end);
            if ((from == 0 || pieces.get(from - 1).isBreak()) && words.matches("(?s)[+~].*")) {
                // The library does not escape these, which begin a list and a block of code.
                HtmlInline escaped = new HtmlInline();
                escaped.setLiteral("\\" + words.charAt(0));
                parent.appendChild(escaped);
                words = words.substring(1);
            }
            parent.appendChild(new Text(words));
            return end;
        }

        private String plain(int from, int to) {
            StringBuilder words = new StringBuilder();
            pieces.subList(from, to).forEach(piece -> words.append(piece.isBreak() ? " " : piece.text()));
            return words.toString();
        }
    }
}
