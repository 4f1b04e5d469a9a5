// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.ShownPicture;
import it.opencit.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of the centre's library.
 *
 * @param words what it shows, for who does not see it
 * @param credit whose photograph it is; "" when that is not told
 * @param width in pixels, as it was uploaded and turned upright
 * @param widths in which it can be asked for, in pixels, ascending
 */
record Picture(
        long id,
        String words,
        String credit,
        int width,
        int height,
        List<Integer> widths,
        Instant added,
        String addedBy,
        int version) {

    static final int LONGEST_WORDS = 300;
    static final int LONGEST_CREDIT = 200;

    /**
     * The alternative text as it is kept.
     *
     * @throws Refusal in the field {@code words} when there is none, or it is the name of a file
     */
    static String words(String typed) {
        String words = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (words.isEmpty()) {
            throw Refusal.inField("words", "portal.picture.words");
        }
        if (words.matches("(?i)\\S+\\.(jpe?g|png|gif|webp)")) {
            throw Refusal.inField("words", "portal.picture.words-file", words);
        }
        if (words.length() > LONGEST_WORDS) {
            throw Refusal.inField("words", "portal.picture.words-long", LONGEST_WORDS);
        }
        return words;
    }

    /**
     * Whose photograph it is, as it is kept.
     *
     * @throws Refusal in the field {@code credit} when it is too long
     */
    static String credit(String typed) {
        String credit = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (credit.length() > LONGEST_CREDIT) {
            throw Refusal.inField("credit", "portal.picture.credit-long", LONGEST_CREDIT);
        }
        return credit;
    }

    String address(int width) {
        return "/immagini/" + id + "/" + width + ".webp";
    }

    /** The width to stand in a text: enough for a column of a page. */
    int usual() {
        return widths.stream().filter(one -> one >= 640).findFirst().orElse(widths.getLast());
    }

    int heightAt(int wide) {
        return PictureSizes.heightAt(wide, width, height);
    }

    /** All sizes, as a browser is told of them. */
    String sizes() {
        return widths.stream().map(one -> address(one) + " " + one + "w").collect(Collectors.joining(", "));
    }

    /** As pages show it. */
    ShownPicture shown() {
        int wide = usual();
        return new ShownPicture(address(wide), sizes(), wide, heightAt(wide), words, credit);
    }
}
