// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

/** A choice of a list: what is sent and what is read. */
public record Option(String value, String label) {}
