// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/** What an imported file can say of a body, besides its kind and its figures. */
enum BodyField {
    NAME("denominazione"),
    ISTAT_CODE("codice ISTAT"),
    CADASTRAL_CODE("codice catastale"),
    IPA_CODE("codice IPA"),
    TAX_CODE("codice fiscale"),
    PROVINCE_CODE("codice della provincia"),
    SEAT_MUNICIPALITY("Comune della sede"),
    SEAT_PROVINCE("provincia della sede"),
    WEBSITE("sito");

    private final String label;

    BodyField(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether two texts of this field mean the same: names differ in capitals and accents among sources, codes in case. */
    boolean same(String one, String other) {
        return switch (this) {
            case NAME, SEAT_MUNICIPALITY -> Plain.same(one, other);
            case IPA_CODE -> one.equalsIgnoreCase(other);
            default -> one.equals(other);
        };
    }
}
