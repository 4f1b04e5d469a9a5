// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.texts.TextLink;

/** A link or a picture, and the text in which it stands. */
record PlacedLink(LinkPlace place, TextLink link) {}
