// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.shared.texts.Markdown;
import it.opencit.shared.texts.TextLink;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetTest {

    private static final Set<String> HOSTS = Set.of("cit.provincia.it", "brescia.localhost");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      address                                | kind    | leads to
      /eventi                                | Inside  | /eventi
      /eventi?dopo=3#passati                 | Inside  | /eventi
      /en/novita/festa                       | Inside  | /novita/festa
      /en                                    | Inside  | /
      ../eventi                              | Inside  | /eventi
      altra                                  | Inside  | /novita/altra
      ?q=a                                   | Inside  | /novita/
      /cit/citt%C3%A0                        | Inside  | /cit/città
      /cit/città                             | Inside  | /cit/città
      /cit/una pagina                        | Inside  | /cit/una pagina
      https://CIT.provincia.it/novita/festa  | Inside  | /novita/festa
      http://brescia.localhost:8080          | Inside  | /
      https://www.esempio.it                 | Outside | https://www.esempio.it
      HTTPS://www.esempio.it/A?b=1#c         | Outside | https://www.esempio.it/A?b=1
      https://www.esempio.it/a{b             | Outside | https://www.esempio.it/a%7Bb
      https://è.esempio.it:81/è              | Outside | https://xn--8ca.esempio.it:81/%C3%A8
      //www.esempio.it/a                     | Outside | https://www.esempio.it/a
      https://cit.provincia.it.esempio.it    | Outside | https://cit.provincia.it.esempio.it
      https://a:b@www.esempio.it             | Nothing | non è scritto bene
      https://                               | Nothing | non è scritto bene
      https://www esempio it                 | Nothing | non è scritto bene
      mailto:anna@esempio.it                 | Person  |
      mailto:a@esempio.it,b@esempio.it?cc=x  | Person  |
      mailto:anna                            | Nothing | «anna» non è un indirizzo di posta
      tel:+390303749234                      | Person  |
      tel:+39(030)374-9234;ext=12            | Person  |
      tel:112                                | Person  |
      tel:37                                 | Nothing | «37» non è un numero di telefono
      tel:030/3749234                        | Nothing | «030/3749234» non è un numero di telefono
      tel:chiamami                           | Nothing | «chiamami» non è un numero di telefono
      javascript:alert(1)                    | Nothing | ne restano le parole
      '#in-fondo'                            | Nothing | ne restano le parole
      """)
    void anAddressTellsWhereItLeads(String address, String kind, String leadsTo) {
        TextLink link = Markdown.links("[parole](<" + address + ">)").getFirst();
        LinkTarget target = LinkTarget.of(link, "/novita/festa", HOSTS);
        assertThat(target.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(
                        switch (target) {
                            case LinkTarget.Inside(String path) -> path;
                            case LinkTarget.Outside(String whole) -> whole;
                            case LinkTarget.Nothing(String why) -> why;
                            case LinkTarget.Person() -> "";
                        })
                .contains(Objects.requireNonNullElse(leadsTo, ""));
    }

    @Test
    void linksAreThoseThatPagesShow() {
        List<TextLink> links = Markdown.links("""
                [Gli **eventi** di
                `oggi`](/eventi "Tutti") e [il portale][p], <https://www.esempio.it/a>.

                | a |
                |---|
                | [![La sede](/immagini/3/640.webp)](/cit) |

                ![](https://altrove.it/x.png) `[no](/codice)` <a href="/html">no</a> \\[no](/fuga)

                [p]: https://www.esempio.it/p
                """);
        assertThat(links)
                .containsExactly(
                        new TextLink("Gli eventi di oggi", "/eventi", false, true),
                        new TextLink("il portale", "https://www.esempio.it/p", false, true),
                        new TextLink("https://www.esempio.it/a", "https://www.esempio.it/a", false, true),
                        new TextLink("La sede", "/cit", false, true),
                        new TextLink("La sede", "/immagini/3/640.webp", true, true),
                        new TextLink("", "https://altrove.it/x.png", true, false));
    }
}
