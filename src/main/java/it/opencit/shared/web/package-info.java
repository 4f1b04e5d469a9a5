// SPDX-License-Identifier: EUPL-1.2
/** The web: what Spring MVC is told, assets, and how refusals and failures are answered. */
@NullMarked
package it.opencit.shared.web;

import org.jspecify.annotations.NullMarked;
