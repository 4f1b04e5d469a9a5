// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import static it.opencit.shared.database.EmbeddedServerTest.execute;
import static it.opencit.shared.database.EmbeddedServerTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL given by its address; the embedded one stands in for that of an installation. */
class DatabaseServerTest {

    @TempDir
    static Path directory;

    private static EmbeddedServer running;
    private static String root;

    @BeforeAll
    static void anOwnerThatIsNoSuperuserWithTwoDatabases() throws Exception {
        running = EmbeddedServer.startIn(directory.resolve("data"));
        root = running.address().url().replace("/opencit", "/");
        execute(
                running.address(),
                "create role colli login createrole password 'colli'",
                "create role debole login password 'debole'",
                "create database uno owner colli",
                "create database due owner colli",
                "create database forte owner colli",
                "create database piano owner debole");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void anOwnerThatIsNoSuperuserPreparesItsDatabasesAtEveryStart() throws Exception {
        var uno = new DatabaseServer(root + "uno", "colli", "colli");
        var due = new DatabaseServer(root + "due", "colli", "colli");
        uno.check();

        ApplicationRole first = ApplicationRole.prepareOn(uno);
        ApplicationRole other = ApplicationRole.prepareOn(due);

        assertThat(ApplicationRole.prepareOn(uno)).isEqualTo(first);
        assertThat(first.name()).isEqualTo("uno_app");
        assertThat(other.name()).isEqualTo("due_app");
        assertThat(other.password()).isNotEqualTo(first.password());
        assertThat(one(new DatabaseServer(uno.url(), first.name(), first.password()), "select current_user"))
                .isEqualTo("uno_app");
    }

    @Test
    void theExtensionsNeedNoSuperuser() throws Exception {
        execute(
                new DatabaseServer(root + "due", "colli", "colli"),
                "create extension unaccent",
                "create extension pg_trgm",
                "create extension btree_gist");
    }

    @Test
    void anOwnerThatMayNotMakeRolesIsToldWhatItNeeds() {
        var server = new DatabaseServer(root + "piano", "debole", "debole");

        assertThatThrownBy(() -> ApplicationRole.prepareOn(server))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("alter role debole createrole");
    }

    @Test
    void aRoleOfTheApplicationThatCouldBypassTheCentresIsRefused() throws Exception {
        execute(running.address(), "create role forte_app login bypassrls");

        assertThatThrownBy(() -> ApplicationRole.prepareOn(new DatabaseServer(root + "forte", "colli", "colli")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("può aggirare la separazione dei centri");
    }

    @Test
    void aServerThatIsOffOrRefusesSaysWhatToMend() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        refused("jdbc:postgresql://localhost:" + closed + "/x?password=segreto", "colli")
                .hasMessageContaining("non risponde a jdbc:postgresql://localhost:" + closed + "/x (")
                .hasMessageNotContaining("segreto");
        refused(root + "uno", "sbagliata").hasMessageContaining("non fa entrare l'utente colli");
        refused(root + "manca", "colli").hasMessageContaining("create database … owner colli");
        refused("postgres://localhost/x", "colli").hasMessageContaining("scrivilo come jdbc:postgresql://");
    }

    @Test
    void aServerOlderThanSixteenIsRefused() {
        var server = new DatabaseServer(root + "uno", "colli", "colli");
        server.refuseOlder(160000, "PostgreSQL 16.0");

        assertThatThrownBy(() -> server.refuseOlder(150099, "PostgreSQL 15.99"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("serve PostgreSQL 16 o più recente")
                .hasMessageContaining("risponde PostgreSQL 15.99");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String url, String password) {
        return assertThatThrownBy(() -> new DatabaseServer(url, "colli", password).check())
                .isInstanceOf(StartRefused.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }
}
