// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

import java.util.List;

/**
 * How far a campaign has come.
 *
 * @param address of this page, where the addresses of its acts begin
 * @param stageCode for what can be done
 * @param deadline such as "mancano 10 giorni"; "" when it is not open
 * @param sheets how many bodies it is for
 * @param toDecide lines that wait for somebody
 */
public record BoardPage(
        String address,
        String title,
        String kind,
        String year,
        String stage,
        String stageCode,
        String opensOn,
        String closesOn,
        String deadline,
        String text,
        String reminderDays,
        long sheets,
        List<Progress> progress,
        long toDecide,
        List<ServiceLine> services,
        List<Total> figures,
        List<Round> rounds,
        boolean writable,
        int version) {

    /** How many sheets have come so far; the first is of those that were sent. */
    public record Progress(String label, long number, String address) {}

    /** The answers about one service: numbers of bodies. */
    public record ServiceLine(
            String title, int used, int renewals, int more, int givenUp, int silent, int interested) {}

    /** The sum of a figure. */
    public record Total(String label, String value) {}

    /** A round of mails. */
    public record Round(String occasion, String day, int bodies, int mails, int withoutAddress, String by) {}

    public boolean isOpen() {
        return stageCode.equals("OPEN");
    }

    public boolean isDraft() {
        return stageCode.equals("DRAFT");
    }

    public boolean isScheduled() {
        return stageCode.equals("SCHEDULED");
    }

    public boolean isClosing() {
        return stageCode.equals("CLOSING");
    }

    public boolean hasSheets() {
        return !isDraft() && !isScheduled();
    }
}
