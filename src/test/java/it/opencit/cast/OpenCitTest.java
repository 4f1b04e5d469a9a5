// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the running program: real PostgreSQL, real web server, the demonstration loaded. All tests share one of it,
 * so each works in a centre or on rows of its own. Options here must stay the only ones, or a second server starts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDataDirectory.class)
@Import({Cast.class, MovingClock.class})
public @interface OpenCitTest {}
