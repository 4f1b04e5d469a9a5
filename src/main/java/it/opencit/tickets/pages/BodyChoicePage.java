// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The question for which body somebody writes.
 *
 * @param bodies the sender's own; empty when nothing is left to choose
 * @param opened numbers of the tickets just opened; ""
 */
public record BodyChoicePage(String address, String sender, String subject, List<Option> bodies, String opened) {}
