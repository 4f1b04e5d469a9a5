// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements.pages;

import it.opencit.agreements.AccessionActKind;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The form of an act.
 *
 * @param action where it is sent
 * @param accession address of the accession
 * @param organs that can approve, the usual one first
 */
public record ActPage(
        AccessionActKind kind,
        String title,
        String action,
        String accession,
        String organization,
        List<Option> organs) {}
