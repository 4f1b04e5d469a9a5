// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail.pages;

import it.opencit.shared.lists.ListPage;

/**
 * The trail and the state of its chain.
 *
 * @param lastSeal the last seal in words; "" when there is none
 * @param lastHash its hash, to be noted elsewhere; "" when there is none
 * @param waiting entries that no seal closes yet, in words
 * @param verification the last verification in words; "" when nobody asked for one
 * @param problem what it found wrong; "" when all agreed
 */
public record TrailPage(
        ListPage list, String lastSeal, String lastHash, String waiting, String verification, String problem) {}
