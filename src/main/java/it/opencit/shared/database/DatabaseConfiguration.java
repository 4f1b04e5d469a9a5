// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Two ways in: the owner migrates, the application's role serves. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DatabaseConfiguration {

    static final String ADDRESS = "spring.datasource.url";

    /** True when no PostgreSQL is given by its address. */
    static final class NoAddressGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty(ADDRESS, "").isBlank();
        }
    }

    @Bean
    @Conditional(NoAddressGiven.class)
    EmbeddedServer embeddedServer(@Value("${opencit.data-directory}") Path directory) {
        return EmbeddedServer.startIn(directory);
    }

    @Bean
    DatabaseServer databaseServer(ObjectProvider<EmbeddedServer> embedded, Environment environment) {
        EmbeddedServer own = embedded.getIfAvailable();
        DatabaseServer server = own != null
                ? own.address()
                : new DatabaseServer(
                        environment.getRequiredProperty(ADDRESS),
                        environment.getProperty("spring.datasource.username", "postgres"),
                        environment.getProperty("spring.datasource.password", ""));
        server.check();
        return server;
    }

    @Bean
    ApplicationRole applicationRole(DatabaseServer server) {
        return ApplicationRole.prepareOn(server);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        return new DriverManagerDataSource(server.url(), server.owner(), server.ownerPassword());
    }

    /** Migrations grant to the application's role by this name; those of a newer program are not passed over. */
    @Bean
    FlywayConfigurationCustomizer grantsTo(ApplicationRole role) {
        return flyway ->
                flyway.placeholders(Map.of("app", "\"" + role.name() + "\"")).ignoreMigrationPatterns(new String[0]);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(
            DatabaseServer server, ApplicationRole role, @Value("${opencit.database-connections}") int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("opencit");
        pool.setJdbcUrl(server.url());
        pool.setUsername(role.name());
        pool.setPassword(role.password());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new CentreTransactionManager(dataSource);
    }
}
