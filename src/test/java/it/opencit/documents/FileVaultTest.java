// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import static it.opencit.documents.AcceptedType.OF_ACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileVaultTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path directory;

    private FileVault vault;

    @BeforeEach
    void vault() {
        vault = new FileVault(directory.resolve("files"), null);
    }

    @Test
    void whatIsKeptCanBeOpenedUnderTheHashOfItsContent() throws IOException {
        var kept = vault.keep("delibera.pdf", new ByteArrayInputStream(PDF), OF_ACTS);

        assertThat(kept.size()).isEqualTo(PDF.length);
        try (InputStream content = vault.open(kept.sha256())) {
            assertThat(content).hasBinaryContent(PDF);
        }
    }

    @Test
    void theSameContentUnderTwoNamesLiesInTheDirectoryOnce() throws IOException {
        var first = vault.keep("delibera.pdf", new ByteArrayInputStream(PDF), OF_ACTS);
        var second = vault.keep("copia.PDF", new ByteArrayInputStream(PDF), OF_ACTS);

        assertThat(second).isEqualTo(first);
        assertThat(filesKept()).containsExactly(first.sha256());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      name              | first bytes, hexadecimal                 | type
      delibera.pdf      | 25504446 2d312e37                        | PDF
      Delibera.PDF      | 25504446 2d312e37                        | PDF
      delibera.pdf.p7m  | 308204d9 06092a86 4886f70d 010702a0 8204 | SIGNED
      delibera.pdf.p7m  | 30800609 2a864886 f70d0107 02a080         | SIGNED
      carta.png         | 89504e47 0d0a1a0a                        | PNG
      carta.jpeg        | ffd8ffe0 00104a46                        | JPEG
      carta.jpg         | ffd8ffe0 00104a46                        | JPEG
      """)
    void theTypesOfActsAreRecognised(String name, String bytes, AcceptedType type) {
        assertThat(vault.keep(name, file(bytes), OF_ACTS).type()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      name           | first bytes, hexadecimal          | reason
      delibera.pdf   | 4d5a9000 03000000                 | documents.file.disagrees
      delibera.pdf   | 89504e47 0d0a1a0a                 | documents.file.disagrees
      delibera.p7m   | 25504446 2d312e37                 | documents.file.disagrees
      virus.exe      | 4d5a9000 03000000                 | documents.file.not-accepted
      delibera       | 25504446 2d312e37                 | documents.file.not-accepted
      pagina.html    | 3c68746d 6c3e                     | documents.file.not-accepted
      """)
    void anythingElseIsRefusedAndLeavesNothing(String name, String bytes, String reason) throws IOException {
        assertThatThrownBy(() -> vault.keep(name, file(bytes), OF_ACTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(reason))
                .hasMessageContaining(".p7m");
        assertThat(filesKept()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> vault.keep("delibera.pdf", InputStream.nullInputStream(), OF_ACTS))
                .hasMessageContaining("vuoto");
    }

    @Test
    void fifteenMegabytesAreKeptAndOneByteMoreIsRefused() throws IOException {
        byte[] largest = Arrays.copyOf(PDF, FileVault.LARGEST);

        assertThat(vault.keep("allegato.pdf", new ByteArrayInputStream(largest), OF_ACTS)
                        .size())
                .isEqualTo(FileVault.LARGEST);
        assertThatThrownBy(() -> vault.keep(
                        "allegato.pdf", new ByteArrayInputStream(Arrays.copyOf(PDF, FileVault.LARGEST + 1)), OF_ACTS))
                .hasMessageContaining("supera 15 MB");
        assertThat(filesKept()).hasSize(1);
    }

    private List<String> filesKept() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static InputStream file(String bytes) {
        byte[] beginning = HexFormat.of().parseHex(bytes.replace(" ", ""));
        return new ByteArrayInputStream(Arrays.copyOf(beginning, 500));
    }
}
