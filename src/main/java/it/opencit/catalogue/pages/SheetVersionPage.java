// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.pages.Changes;
import java.util.List;

/**
 * A version of the sheet of a service.
 *
 * @param title of the service
 * @param offering address of the page of the service
 * @param versions address of the page with all of them
 * @param which number, when and by whom
 * @param lines the blocks that say something
 * @param restore address below which it becomes the latest again; "" when it is
 * @param version for optimistic locking
 */
public record SheetVersionPage(
        String title,
        String offering,
        String versions,
        String which,
        List<Changes.Line> lines,
        String restore,
        int version) {}
