// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What is pasted becomes clean Markdown. */
class HtmlToMarkdownTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                   | html                                                          | markdown
      paragraphs                             | <p>uno</p><p>due</p>                                          | uno¶¶due
      nothing                                | <p> </p><p>&nbsp;</p>                                         | ''
      the title is of the page               | <h1>Uno</h1><h3>Tre</h3>                                      | ## Uno¶¶### Tre
      a heading is bold by itself            | <h2><b>Uno</b> <i>due</i></h2>                                | ## Uno *due*
      spaces stay outside of bold            | il<b> Comune </b>di                                           | il **Comune** di
      bold next to bold                      | <b>a</b><b>b</b>                                              | **ab**
      bold that is not                       | <b style="font-weight:normal"><p>testo</p></b>                | testo
      bold and italics by style              | <span style="font-weight:700">a</span> <span style="font-style: italic">b</span> | **a** *b*
      bold that overlaps italics             | <b>a <i>b</i></b><i> c</i>                                    | **a *b*** *c*
      a full stop before a letter            | <b>Nota:</b>testo                                             | **Nota**:testo
      quotes around bold in a word           | l'<b>“alto”</b>piano                                          | l'**“alto**”piano
      what Markdown would read as its own    | <p>1. a * b_c_d # [e](f) &lt;g&gt;</p>                        | 1\\. a \\* b\\_c\\_d # \\[e\\](f) \\<g\\>
      a dash that begins a line              | <p>- uno</p><p># due</p><p>+ tre</p>                          | \\- uno¶¶\\# due¶¶\\+ tre
      lists within lists                     | <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>              | - a¶  - b¶- c
      a list beside its item                 | <ul><li>a</li><ul><li>b</li></ul></ul>                        | - a¶  - b
      numbers from three                     | <ol start=3><li>a</li><li>b</li></ol>                         | 3. a¶4. b
      numbers of every browser               | <ol><li><p>a</p></li><li><p>b</p></li></ol>                   | 1. a¶2. b
      two lists in a row are one             | <ul><li>a</li></ul><ul><li>b</li></ul>                        | - a¶- b
      a link                                 | <a href=" https://x.it/a b ">qui</a>                          | [qui](https://x.it/a%20b)
      a link with bold in it                 | <a href="/cit">vai <b>al</b> CIT</a>                          | [vai **al** CIT](/cit)
      a bold link                            | <b>a <a href="/b">b</a> c</b>                                 | **a [b](/b) c**
      a link around a paragraph              | <a href="/a"><p>uno</p></a>                                   | [uno](/a)
      an address that runs                   | <a href="java&#10;script:alert(1)">qui</a>                    | qui
      an address with data                   | <a href="data:text/html,x">qui</a>                            | qui
      a file of the computer                 | <a href="file:///C:/x.doc">qui</a>                            | qui
      a picture of the centre                | <img src="/immagini/7/640.webp" alt="La [sede]">              | ![La \\[sede\\]](/immagini/7/640.webp)
      a picture of others                    | a<img src="https://x.it/p.png" alt="no">b                     | ab
      a picture in the address               | <img src="data:image/png;base64,AA" alt="no">                 | ''
      a quote                                | <blockquote><p>a</p><p>b</p></blockquote>                     | > a¶> ¶> b
      breaks                                 | a<br>b<br><br>c                                               | a  ¶b¶¶c
      a table                                | <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td></tr></table> | ¤A¤B¤¶¤---¤---¤¶¤1¤¤
      a table that is a frame                | <table><tr><td><p>a</p><p>b</p></td></tr></table>             | a¶¶b
      code                                   | usa <code>a*b</code>                                          | usa `a*b`
      scripts, styles, handlers              | <script>x()</script><style>p{}</style><p onclick="x()">a</p>  | a
      controls and frames                    | <button>b</button><iframe src="/x"></iframe><svg><text>t</text></svg>a | a
      what is hidden                         | <p style="display:none">x</p><p hidden>y</p>a                 | a
      what Word crossed out                  | a<del>b</del><ins>c</ins>                                     | ac
      HTML as text                           | &lt;script&gt;alert(1)&lt;/script&gt;                         | \\<script\\>alert(1)\\</script\\>
      marks that cannot be seen              | a&#8203;b&#173;c&#8239;d                                      | abc d
      """)
    void whatIsPastedBecomesCleanMarkdown(String name, String html, String markdown) {
        String expected = markdown.replace('¤', '|').replace('¶', '\n');
        assertThat(HtmlToMarkdown.markdown(html)).isEqualTo(expected);
        String shown = Markdown.html(expected);
        assertThat(Markdown.html(HtmlToMarkdown.markdown(shown)))
                .as("edited again")
                .isEqualTo(shown);
    }

    /** The browser drops a line that is empty right after the mark of code, and shows one within it. */
    @ParameterizedTest
    @ValueSource(strings = {"<pre>\n\n*", "<pre><code>\n\n*", "<pre>\r\n \n*\n\n", "<pre> \u0000\n*"})
    void emptyLinesAroundCodeAreDroppedOnce(String html) {
        String once = HtmlToMarkdown.markdown(html);
        assertThat(Markdown.html(once)).isEqualTo("<pre><code>*\n</code></pre>\n");
        assertThat(HtmlToMarkdown.markdown(Markdown.html(once))).isEqualTo(once);
    }

    @Test
    void aPageOfWordKeepsItsShapeAndNothingElse() throws IOException {
        String word = new ClassPathResource("texts/word.html").getContentAsString(StandardCharsets.UTF_8);
        assertThat(HtmlToMarkdown.markdown(word)).isEqualTo("""
                        ## Avviso ai Comuni

                        Il **Centro** informa che il servizio *PagoPA* riapre il 1° dicembre:

                        - ai Comuni aderenti
                          - con meno di 5.000 abitanti
                        - alle Unioni

                        1. Scarica il [modulo](https://www.esempio.it/modulo?a=1\\&b=2)
                        2. Spediscilo

                        |Fascia|Costo \\| anno|
                        |---|---|
                        |fino a 5.000|€ 250,00|

                        Con la convenzione del 2026.""");
    }

    @Test
    void whatIsNestedBeyondReasonIsReadAllTheSame() {
        String deep = "<ul><li>".repeat(5_000) + "in fondo" + "<blockquote>".repeat(5_000);
        assertThat(Markdown.html(HtmlToMarkdown.markdown(deep))).contains("in fondo");
        assertThat(Markdown.html("> ".repeat(20_000) + "in fondo")).contains("in fondo");
        assertThat(Markdown.html("*a ".repeat(20_000) + "in fondo" + "*".repeat(20_000)))
                .contains("in fondo");
        assertThat(Markdown.html("[".repeat(20_000) + "in fondo" + "](x)".repeat(20_000)))
                .contains("in fondo");
    }
}
