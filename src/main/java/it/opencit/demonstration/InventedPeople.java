// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import java.util.List;

/** Names of nobody: common first names and surnames joined by a fixed rule. */
final class InventedPeople {

    private static final List<String> NAMES = List.of(
            "Ada", "Aldo", "Bianca", "Bruno", "Carla", "Cesare", "Delia", "Dino", "Elsa", "Ezio", "Flora", "Fausto",
            "Gemma", "Guido", "Ilda", "Italo", "Lea", "Livio", "Marta", "Mauro", "Nives", "Nello", "Olga", "Oreste",
            "Pia", "Piero", "Rina", "Remo", "Silvia", "Sandro", "Teresa", "Tullio");
    private static final List<String> SURNAMES = List.of(
            "Abete",
            "Betulla",
            "Carpino",
            "Cedrone",
            "Cipressi",
            "Edera",
            "Faggio",
            "Farnia",
            "Frassini",
            "Ginepro",
            "Lariceto",
            "Lecci",
            "Mandorlo",
            "Melograni",
            "Mirtilli",
            "Nespoli",
            "Noceto",
            "Olmeda",
            "Ontano",
            "Pioppo",
            "Querceti",
            "Roverella",
            "Sambuco",
            "Sorbo",
            "Tasso",
            "Tigli",
            "Ulivieri",
            "Vinca");

    private InventedPeople() {}

    /** The same number always gives the same person. */
    static String number(long number) {
        return NAMES.get((int) (number % NAMES.size())) + " " + SURNAMES.get((int) (number / 3 % SURNAMES.size()));
    }
}
