// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

/** A catalogue that a kit ships: how many services it has, how many of them the centre already has. */
public record KitLine(String code, String name, int services, int present) {}
