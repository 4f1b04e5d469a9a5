// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

/** An article that was found. */
public record FoundArticle(String title, String beginning, String address) {}
