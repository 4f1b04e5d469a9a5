// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Starts the jobs of all modules once the program is ready, and lets them finish when it stops. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "opencit.jobs", havingValue = "true", matchIfMissing = true)
class JobsConfiguration {

    @Bean(destroyMethod = "stop")
    Scheduler jobs(DataSource database, List<RecurringTask<?>> tasks) {
        return Scheduler.create(database)
                .startTasks(tasks)
                .tableName("opencit.scheduled_task")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
    }

    /** Before it is told that the program is ready: who reads that may stop it at once. */
    @EventListener
    @Order(0)
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Scheduler.class).start();
    }
}
