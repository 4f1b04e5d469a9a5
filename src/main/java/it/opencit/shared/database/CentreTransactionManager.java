// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL the centre, which row-level security reads, and the actor, which the
 * audit trigger reads. The settings are local to the transaction: a connection that returns to the pool forgets them.
 */
final class CentreTransactionManager extends JdbcTransactionManager {

    CentreTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Acting acting = Acting.current();
        if (acting == null) {
            return;
        }
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("A transaction began without a connection");
        }
        try (PreparedStatement settings = holder.getConnection()
                .prepareStatement(
                        "select set_config('opencit.centre', ?, true), set_config('opencit.actor', ?, true)")) {
            settings.setString(1, Long.toString(acting.centre()));
            settings.setString(2, acting.actor() == null ? "" : acting.actor());
            settings.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not set the centre of the transaction", e);
        }
    }
}
