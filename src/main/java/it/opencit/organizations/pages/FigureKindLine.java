// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations.pages;

/** A kind of figure of the centre. */
public record FigureKindLine(String code, String label, String unit) {}
