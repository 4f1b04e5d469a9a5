// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * OpenCIT as a process of its own, as whoever installs it sees it: two streams and an exit code. One that hangs is ended,
 * and what waits for it fails.
 */
final class RunningProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();

    RunningProgram(Path directory, String... settings) throws IOException {
        errors = Files.createTempFile(directory.getParent(), "errors", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "it.opencit.OpenCit",
                "--server.port=0",
                "--opencit.data-directory=" + directory));
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
    }

    /** Reads on until a line holds the words; what was read stays in {@link #output()}. */
    String awaitLine(String words) throws IOException {
        var reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("Never said \"" + words + "\": " + output() + Files.readString(errors));
    }

    /** Reads to the end, and gives the exit code. */
    int awaitEnd() throws IOException, InterruptedException {
        process.inputReader().lines().forEach(lines::add);
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C or the stop of a service manager. */
    void stop() throws IOException, InterruptedException {
        process.toHandle().destroy(); // which, unlike that of the process, leaves the streams to be read
        awaitEnd();
    }

    List<String> output() {
        return List.copyOf(lines);
    }

    List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
