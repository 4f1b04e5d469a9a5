// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/**
 * Articles that may answer before a ticket is opened.
 *
 * @param address where those like a title are asked for
 * @param asked whether somebody asked: then nothing found is told too
 */
public record SimilarArticles(String address, List<FoundArticle> articles, boolean office, boolean asked) {}
