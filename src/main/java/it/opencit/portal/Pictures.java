// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.ShownPicture;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The centre's library of pictures. */
@Service
class Pictures {

    static final int PAGE = 24;

    private static final int CHOOSABLE = 300;
    private static final int LONGEST_SEARCH = 200;

    /** As {@link it.opencit.shared.texts.Markdown} writes it. */
    private static final Pattern IN_TEXT = Pattern.compile("<img src=\"/immagini/(\\d{1,18})/(\\d{1,5})\\.webp\"");

    private final PictureStore store;
    private final TransactionOperations transaction;
    private final Clock clock;

    Pictures(PictureStore store, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of an upload: the picture, and whether it was there already. */
    record Kept(long id, boolean known) {}

    /**
     * Keeps a picture in all its sizes; one that the library has already is that one, with the words it has.
     *
     * @throws Refusal when the file or the words will not do: see {@link PictureSizes#make} and {@link Picture#words}
     */
    Kept add(String name, byte[] file, String words, String credit, String by) {
        String said = Picture.words(words);
        String whose = Picture.credit(credit);
        PictureSizes.Made made = PictureSizes.make(file); // no transaction is held open while this takes its time
        try {
            Kept kept = transaction.execute(_ -> store.bySha256(made.sha256())
                    .map(id -> new Kept(id, true))
                    .orElseGet(() -> new Kept(store.add(name, said, whose, made, clock.instant(), by), false)));
            return java.util.Objects.requireNonNull(kept);
        } catch (DuplicateKeyException uploadedTwiceAtOnce) {
            Optional<Long> theirs = transaction.execute(_ -> store.bySha256(made.sha256()));
            return new Kept(java.util.Objects.requireNonNull(theirs).orElseThrow(), true);
        }
    }

    /** A picture of the centre. */
    @Transactional(readOnly = true)
    public Picture get(long id) {
        return find(id).orElseThrow(() -> new NotFound("Picture " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Picture> find(long id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    /** Some pictures, by number; those that are not there are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Picture> some(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.find(ids).stream().collect(Collectors.toMap(Picture::id, Function.identity()));
    }

    /** As {@link #some}, as pages show them. */
    @Transactional(readOnly = true)
    public Map<Long, ShownPicture> shown(Collection<Long> ids) {
        return some(ids).values().stream().collect(Collectors.toMap(Picture::id, Picture::shown));
    }

    /** A size of a picture, as WebP; empty when there is no such picture or no such size. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(long id, int width) {
        return store.content(id, width);
    }

    /** The latest added that hold some words, at most {@value #PAGE} and one more where there are. */
    @Transactional(readOnly = true)
    public List<Picture> latest(String words, long before) {
        String cut =
                words.substring(0, Math.min(LONGEST_SEARCH, words.length())).strip();
        List<String> each = cut.isEmpty() ? List.of() : Arrays.asList(cut.split("\\s+"));
        return store.latest(each, before, PAGE + 1);
    }

    /** The latest added, for a list to choose one from. */
    @Transactional(readOnly = true)
    public List<Picture> choosable() {
        return store.latest(List.of(), Long.MAX_VALUE, CHOOSABLE);
    }

    /** The contents that show each of some pictures. */
    @Transactional(readOnly = true)
    public Map<Long, List<PictureStore.Use>> uses(List<Picture> pictures) {
        return store.uses(pictures.stream().map(Picture::id).toList()).stream()
                .collect(Collectors.groupingBy(PictureStore.Use::picture));
    }

    @Transactional
    public void change(long id, String words, String credit, int version) {
        get(id);
        store.change(id, Picture.words(words), Picture.credit(credit), version);
    }

    /**
     * Removes a picture that nothing shows.
     *
     * @throws Refusal when a version of a content shows it: a version can be restored
     */
    @Transactional
    public void remove(long id) {
        Picture picture = get(id);
        List<PictureStore.Use> uses = store.uses(List.of(id));
        if (!uses.isEmpty()) {
            throw new Refusal(
                    "portal.picture.used", picture.words(), uses.getFirst().title(), uses.size());
        }
        try {
            store.remove(id);
        } catch (DataIntegrityViolationException usedMeanwhile) {
            throw new Refusal("portal.picture.used-now", picture.words());
        }
    }

    /**
     * The HTML of a text with all sizes of its pictures, so that a browser takes the one that fits, and their height, so that
     * nothing moves when they arrive.
     */
    @Transactional(readOnly = true)
    public String inText(String html) {
        Matcher matcher = IN_TEXT.matcher(html);
        List<Long> ids = matcher.results()
                .map(found -> Long.valueOf(found.group(1)))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return html;
        }
        Map<Long, Picture> pictures = some(ids);
        return matcher.reset().replaceAll(found -> {
            Picture picture = pictures.get(Long.valueOf(found.group(1)));
            int width = Integer.parseInt(found.group(2));
            if (picture == null || !picture.widths().contains(width)) {
                return found.group();
            }
            return "<img src=\"" + picture.address(width) + "\" srcset=\"" + picture.sizes()
                    + "\" sizes=\"(min-width: 46rem) 44rem, 92vw\" width=\"" + width + "\" height=\""
                    + picture.heightAt(width) + "\" loading=\"lazy\"";
        });
    }
}
