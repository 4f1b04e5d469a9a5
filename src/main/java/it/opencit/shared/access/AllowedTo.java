// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may use a page or endpoint: one of these roles at the current centre. On a method it replaces the class's. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedTo {
    Role[] value();
}
