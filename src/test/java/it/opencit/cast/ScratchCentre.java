// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import it.opencit.OpenCit;
import it.opencit.centres.Centres;
import it.opencit.organizations.ImportSource;
import it.opencit.organizations.Organizations;
import it.opencit.shared.database.Acting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;

/** The program on a database of its own, thrown away at the end, with one centre that has every Comune of Italy. */
public final class ScratchCentre implements AutoCloseable {

    private final Path directory;
    private final ConfigurableApplicationContext program;
    private final long centre;

    private ScratchCentre(Path directory, ConfigurableApplicationContext program, long centre) {
        this.directory = directory;
        this.program = program;
        this.centre = centre;
    }

    /** Starts the program and founds the centre. */
    public static ScratchCentre open() throws IOException {
        Path directory = Files.createTempDirectory("opencit-bench");
        ConfigurableApplicationContext program = SpringApplication.run(
                OpenCit.class,
                "--opencit.data-directory=" + directory,
                "--opencit.demonstration=false",
                "--opencit.jobs=false",
                "--server.port=0",
                "--logging.level.it.opencit=warn");
        TransactionOperations transaction = program.getBean(TransactionOperations.class);
        Centres centres = program.getBean(Centres.class);
        long centre = Objects.requireNonNull(transaction.execute(_ -> centres.found(Cast.newCentre("bench"))));
        var scratch = new ScratchCentre(directory, program, centre);
        scratch.at(() -> {
            program.getBean(Organizations.class).importShipped(ImportSource.ISTAT, Set.of());
            return null;
        });
        return scratch;
    }

    /** A part of the program. */
    public <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    /** In a transaction of the centre. */
    public <T> T at(Supplier<T> work) {
        return Acting.as(
                centre,
                "bench",
                () -> program.getBean(TransactionOperations.class).execute(_ -> work.get()));
    }

    /** As the centre, without a transaction: the work opens its own. */
    public <T> T as(Supplier<T> work) {
        return Acting.as(centre, "bench", work);
    }

    /** What is done on a connection of the owner of the tables. */
    @FunctionalInterface
    public interface OwnerWork {
        void on(Connection owner) throws SQLException;
    }

    /** For the rows of the centre, as the owner of the tables. */
    public void asOwner(OwnerWork work) throws SQLException {
        try (Connection owner =
                        program.getBean("ownerDataSource", DataSource.class).getConnection();
                PreparedStatement acting = owner.prepareStatement("select set_config('opencit.centre', ?, false)")) {
            acting.setString(1, Long.toString(centre));
            acting.execute();
            work.on(owner);
        }
    }

    /** Seconds of processor that the program and its database have used: what a busy machine does not change. */
    public double processorSeconds() {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        Duration database = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(directory.toString()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return own.plus(database).toMillis() / 1e3;
    }

    @Override
    public void close() throws IOException {
        program.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
