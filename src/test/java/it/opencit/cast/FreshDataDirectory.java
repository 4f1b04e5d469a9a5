// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Each run of the tests starts with an empty data directory, removed at its end. */
public class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "run");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh data directory",
                            Map.of(
                                    "opencit.data-directory",
                                    directory.toString(),
                                    "opencit.jobs",
                                    "false", // what runs by itself, tests run themselves
                                    "opencit.site-remembered",
                                    "0s", // tests change what pages show without asking for a page
                                    "spring.mail.host",
                                    "127.0.0.1",
                                    "spring.mail.port",
                                    Integer.toString(MailServer.PORT))));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                context.close();
                FileSystemUtils.deleteRecursively(directory.toFile());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
