// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

/** Somebody a ticket can be given to, below the heading of its kind. */
public record AssigneeChoice(String kind, String code, String name) {}
