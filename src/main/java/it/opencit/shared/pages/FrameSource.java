// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Knows the frame of a request: who is signed in, at which centre. */
public interface FrameSource {

    Frame of(HttpServletRequest request);
}
