// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldAnswersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                        | type      | letters | refused
      a line as long as it may be | TEXT      |     300 |
      a line that is longer       | TEXT      |     301 | Il testo può avere al massimo 300 caratteri: ne ha 301.
      a text as long as it may be | LONG_TEXT |   20000 |
      a text that is longer       | LONG_TEXT |   20001 | Il testo può avere al massimo 20.000 caratteri: ne ha 20.001.
      """)
    void anAnswerHasALimit(String name, FieldType type, int letters, String refused) {
        var field = new FormField("sede", "Sede", type, false, List.of(), "");
        String typed = "x".repeat(letters);
        FormInput form = FormInput.of(Map.of(field.inputName(), List.of(typed)));

        Map<String, String> answers = FieldAnswers.read(List.of(field), form);

        assertThat(answers).containsEntry("sede", typed); // what was typed is shown again
        assertThat(form.error(field.inputName())).isEqualTo(refused == null ? "" : refused);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      typed                 | valid
      ufficio@comune.it     | true
      ufficio@comune        | false
      a@comune.it,b@c.it    | false
      Anna <anna@comune.it> | false
      anna rossi@comune.it  | false
      """)
    void anAddressIsOneThatCanBeWrittenTo(String typed, boolean valid) {
        var field = new FormField("posta", "Posta", FieldType.EMAIL, true, List.of(), "");
        FormInput form = FormInput.of(Map.of(field.inputName(), List.of(typed)));

        FieldAnswers.read(List.of(field), form);

        assertThat(form.isValid()).isEqualTo(valid);
    }
}
