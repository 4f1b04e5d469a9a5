// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

/**
 * A link or a picture that a text holds.
 *
 * @param words that are read in its place; of a picture, its alternative text
 * @param address where it leads, as pages show it
 * @param picture whether it is a picture
 * @param shown whether pages show it: of what could run something, or is no picture of the library, only the words stay
 */
public record TextLink(String words, String address, boolean picture, boolean shown) {}
