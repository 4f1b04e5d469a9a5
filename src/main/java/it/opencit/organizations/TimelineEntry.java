// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a body, on its timeline.
 *
 * @param date when it happened, or when what it says became true
 * @param topic what it is about, in one or two Italian words: {@code Convenzione}
 * @param title a short Italian sentence
 * @param detail more about it; "" for nothing
 * @param address of its own page; {@code null} when it has none
 */
public record TimelineEntry(
        LocalDate date,
        String topic,
        String title,
        String detail,
        @Nullable String address) {}
