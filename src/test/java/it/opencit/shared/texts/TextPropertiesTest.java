// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Whatever goes in, what the pages show holds nothing but text, and editing it without a change changes nothing. */
class TextPropertiesTest {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("p", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("hr", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("code", Set.of("class")),
            Map.entry("pre", Set.of()),
            Map.entry("blockquote", Set.of()),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of()),
            Map.entry("a", Set.of("href", "title")),
            Map.entry("img", Set.of("src", "alt", "title")),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of()),
            Map.entry("h5", Set.of()),
            Map.entry("h6", Set.of()),
            Map.entry("div", Set.of("class", "tabindex", "role", "aria-label")),
            Map.entry("table", Set.of("class")),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("align")),
            Map.entry("td", Set.of("align")));

    @Property(tries = 1_000)
    void noHtmlBringsAnythingThatRuns(@ForAll("html") String html) {
        holdsOnlyText(Markdown.html(HtmlToMarkdown.markdown(html)));
    }

    @Property(tries = 1_000)
    void noMarkdownBringsAnythingThatRuns(@ForAll("html") String html, @ForAll("marks") String marks) {
        holdsOnlyText(Markdown.html(html + marks));
        holdsOnlyText(Markdown.html(marks + html));
    }

    @Property(tries = 1_000)
    void whatIsEditedWithoutAChangeStaysAsItIs(@ForAll("html") String html) {
        String once = HtmlToMarkdown.markdown(html);
        assertThat(Markdown.html(HtmlToMarkdown.markdown(Markdown.html(once)))).isEqualTo(Markdown.html(once));
    }

    @Property(tries = 1_000)
    void noWordIsLostNorMadeOfMarks(@ForAll("line") List<String> line) {
        String html = String.join("", line);
        String words = Jsoup.parse(html).text().replaceAll("\\s+", " ").strip();
        assertThat(Jsoup.parse(Markdown.html(HtmlToMarkdown.markdown("<p>" + html + "</p>")))
                        .text())
                .isEqualTo(words);
    }

    private static void holdsOnlyText(String html) {
        for (Element element : Jsoup.parse(html).body().select("body *")) {
            assertThat(ALLOWED).as(html).containsKey(element.normalName());
            assertThat(element.attributes().asList().stream()
                            .map(Attribute::getKey)
                            .toList())
                    .as(html)
                    .isSubsetOf(ALLOWED.get(element.normalName()));
            assertThat(element.attr("href"))
                    .as(html)
                    .doesNotContainPattern("(?i)^\\s*(javascript|data|vbscript|file):");
            assertThat(element.attr("src")).as(html).matches("|/immagini/\\d+/\\d+\\.webp");
        }
    }

    @Provide
    Arbitrary<String> html() {
        Arbitrary<String> tag = Arbitraries.of(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<strong>",
                "</strong>",
                "<em>",
                "</em>",
                "<h1>",
                "</h1>",
                "<h3>",
                "</h3>",
                "<ul>",
                "</ul>",
                "<ol start=7>",
                "</ol>",
                "<li>",
                "</li>",
                "<blockquote>",
                "</blockquote>",
                "<pre>",
                "</pre>",
                "<code>",
                "</code>",
                "<br>",
                "<hr>",
                "<table>",
                "</table>",
                "<tr>",
                "</tr>",
                "<td>",
                "</td>",
                "<th>",
                "</th>",
                "<dl><dt>",
                "<dd>",
                "</dl>",
                "<o:p>",
                "</o:p>",
                "<script>",
                "</script>",
                "<style>",
                "</style>",
                "<svg onload=x()>",
                "</svg>",
                "<math>",
                "<xmp>",
                "<plaintext>",
                "<!--",
                "-->",
                "<![if !x]>",
                "<![CDATA[",
                "<img src=x onerror=x()>",
                "<img src='/immagini/3/320.webp' alt='a'>",
                "<img src='data:image/svg+xml,x' alt=b>",
                "<a href='javascript:x()'>",
                "<a href='JaVa&Tab;Script:x()'>",
                "<a href='/cit' onclick=x()>",
                "<a href='https://x.it/?a=(1)&b=<2>\"'>",
                "<a href='//x.it'>",
                "</a>",
                "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>",
                "<p style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>·</span>",
                "<span style='font-weight:bold'>",
                "</span>",
                "<iframe src=//x>",
                "<form action=//x>",
                "<base href=//x>",
                "<meta http-equiv=refresh>");
        return Arbitraries.oneOf(tag, tag, word(), marks()).list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of(
                        "*",
                        "**",
                        "_",
                        "`",
                        "```",
                        "~~~",
                        "[",
                        "](",
                        ")",
                        "![",
                        "](javascript:x)",
                        "](/immagini/1/320.webp)",
                        "](https://x.it \"t\")",
                        "<",
                        ">",
                        "<script>",
                        "<https://x.it>",
                        "<javascript:x>",
                        "\n",
                        "\n\n",
                        "# ",
                        "> ",
                        "- ",
                        "+ ",
                        "1. ",
                        "===",
                        "---",
                        "| a | b |\n|---|---|\n",
                        "|",
                        "\\",
                        "&lt;",
                        "&#106;",
                        "&",
                        "    ",
                        "\t",
                        "[a]: javascript:x\n",
                        "![a][a]",
                        "[a]",
                        "à")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> line() {
        Arbitrary<String> letters = Arbitraries.of(
                "a",
                "bc",
                " ",
                "*",
                "**",
                "_",
                "__",
                "`",
                "[",
                "]",
                "(",
                ")",
                "!",
                "&amp;",
                "&lt;",
                ".",
                ",",
                "“",
                "”",
                "1. ",
                "- ",
                "# ",
                "|",
                "\\",
                "~~~",
                "à",
                "€",
                "👍",
                "==",
                "&amp;amp;");
        Arbitrary<String> tags = Arbitraries.of(
                "<b>", "</b>", "<i>", "</i>", "<a href='/x'>", "</a>", "<span>", "</span>", "<b><i>", "</i></b>");
        return Arbitraries.oneOf(letters, letters, tags).list().ofMaxSize(20);
    }

    private static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withChars("abcàè €.,:;-'\"!?()*_#<>&\u00a0\n\t\u200b\u0000".toCharArray())
                .ofMaxLength(12);
    }
}
