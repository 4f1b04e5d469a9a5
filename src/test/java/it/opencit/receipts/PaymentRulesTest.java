// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import it.opencit.shared.Euro;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by which money is asked for. */
class PaymentRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Brescia: requested on 10 May                   | AFTER_RECEIPT | 30 | 2016 | 2016-05-10 | 2016-06-09
            across the end of the year                     | AFTER_RECEIPT | 30 | 2016 | 2016-12-15 | 2017-01-14
            Pesaro-Urbino: requested in October            | WITHIN_YEAR   | 30 | 2021 | 2021-10-31 | 2021-12-31
            Pesaro-Urbino: requested on the last day       | WITHIN_YEAR   | 30 | 2021 | 2021-12-31 | 2021-12-31
            Pesaro-Urbino: requested after the year        | WITHIN_YEAR   | 30 | 2021 | 2022-01-01 | 2022-01-31
            Macerata: the year's own January               | BY_31_JANUARY | 30 | 2022 | 2021-12-20 | 2022-01-31
            Macerata: what is asked for later, in 30 days  | BY_31_JANUARY | 30 | 2022 | 2022-03-01 | 2022-03-31
            """)
    void theLastDayToPay(String name, DueRule.Kind kind, int days, int year, LocalDate received, LocalDate due) {
        assertThat(new DueRule(kind, days).due(year, received)).isEqualTo(due);
    }

    @Test
    void onlyOneRuleSaysByWhenToAsk() {
        assertThat(new DueRule(DueRule.Kind.WITHIN_YEAR, 30).requestBy(2021)).isEqualTo(LocalDate.of(2021, 10, 31));
        assertThat(new DueRule(DueRule.Kind.AFTER_RECEIPT, 30).requestBy(2021)).isNull();
    }

    @Test
    void theNumberOfANoticeEndsWithTheRemainderBy93() {
        assertThat(NoticeNumber.of("01", 1).value()).isEqualTo("301000000000000144");
        assertThat(NoticeNumber.of("01", 1).iuv()).isEqualTo("01000000000000144");
        assertThat(NoticeNumber.of("45", 2016, 12).value())
                .startsWith("3452016000000012")
                .hasSize(18);
        assertThat(new NoticeNumber("301000000000000144").spaced()).isEqualTo("3010 0000 0000 0001 44");
    }

    @ParameterizedTest
    @ValueSource(strings = {"301000000000000145", "346000000000000144", "101000000000000144", "3010000000000001"})
    void aNumberThatIsNoNoticeIsNotTakenForOne(String text) {
        assertThatThrownBy(() -> new NoticeNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theQrOfANoticeIsReadBack() throws Exception {
        String text = NoticeNumber.of("01", 1).qrText("80008750178", Euro.of("1973.63"));
        assertThat(text).isEqualTo("PAGOPA|002|301000000000000144|80008750178|197363");
        assertThat(NoticeQr.modules(text).getWidth()).isEqualTo(33);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(NoticeQr.png(text)));
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        Result read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels))));
        assertThat(read.getText()).isEqualTo(text);
        assertThat(read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .hasToString("M");
    }
}
