// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

/** The picture of a centre, PNG or JPEG, small enough to live with its settings. */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to the response, never compared
record Logo(byte[] bytes, String mediaType) {}
