// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Upload;
import it.opencit.portal.pages.PictureCard;
import it.opencit.portal.pages.PictureLibrary;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of pictures as its editors fill it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class PictureController {

    static final String PICTURES = "/gestione/portale/immagini";
    private static final String ONE = PICTURES + "/{id:\\d+}";

    private final Templates templates;
    private final Pictures pictures;

    PictureController(Templates templates, Pictures pictures) {
        this.templates = templates;
        this.pictures = pictures;
    }

    @GetMapping(PICTURES)
    JteModel list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String prima) {
        return templates.portalPictures(library(q, prima, PICTURES), FormInput.empty());
    }

    /** What the editor of a text offers. */
    @GetMapping(PICTURES + "/scelta")
    JteModel choice(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String prima) {
        return templates.portalPictureChoice(library(q, prima, PICTURES + "/scelta"));
    }

    @PostMapping(PICTURES)
    Object add(
            FormInput form,
            @RequestParam("file") @Nullable MultipartFile file,
            SignedIn person,
            RedirectAttributes flash)
            throws IOException {
        try {
            List<Upload> chosen = file == null ? List.of() : Upload.from(file);
            if (chosen.isEmpty()) {
                form.reject("file", Messages.text("portal.picture.file"));
            }
            checkWords(form);
            if (form.isValid()) {
                Upload upload = chosen.getFirst();
                Pictures.Kept kept = pictures.add(
                        upload.name(), bytes(upload), form.typed("words"), form.typed("credit"), person.displayName());
                flash.addFlashAttribute(
                        "notice",
                        kept.known()
                                ? "Questa immagine c'era già: eccola, con il testo alternativo che ha."
                                : "Immagine caricata: da adesso si può mettere nei testi.");
                return "redirect:" + PICTURES + "/" + kept.id();
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(templates.portalPictures(library("", "", PICTURES), form));
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable long id) {
        Picture picture = pictures.get(id);
        return page(picture, formOf(picture), Map.of());
    }

    @PostMapping(ONE)
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        Picture before = pictures.get(id);
        checkWords(form);
        if (!form.isValid()) {
            return Answer.refused(page(before, form, Map.of()));
        }
        try {
            pictures.change(id, form.typed("words"), form.typed("credit"), form.version());
        } catch (OptimisticLockingFailureException e) {
            Picture now = pictures.get(id);
            form.changedMeanwhile("portal.changed-meanwhile", now.version());
            return Answer.refused(page(now, form, formOf(now).values()));
        }
        flash.addFlashAttribute(
                "notice", "Salvato. Nei testi che la mostrano già il testo alternativo resta quello scritto lì.");
        return "redirect:" + PICTURES + "/" + id;
    }

    @PostMapping(ONE + "/eliminazione")
    String remove(@PathVariable long id, RedirectAttributes flash) {
        try {
            pictures.remove(id);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
            return "redirect:" + PICTURES + "/" + id;
        }
        flash.addFlashAttribute("notice", "Immagine eliminata.");
        return "redirect:" + PICTURES;
    }

    private static FormInput formOf(Picture picture) {
        return FormInput.empty()
                .with("words", picture.words())
                .with("credit", picture.credit())
                .with("version", picture.version());
    }

    /** Both fields are looked at, so that a person mends all at once. */
    private static void checkWords(FormInput form) {
        try {
            Picture.words(form.typed("words"));
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        try {
            Picture.credit(form.typed("credit"));
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
    }

    private JteModel page(Picture picture, FormInput form, Map<String, String> theirs) {
        return templates.portalPictureForm(card(picture, pictures.uses(List.of(picture))), form, theirs);
    }

    private PictureLibrary library(String words, String before, String address) {
        List<Picture> found =
                pictures.latest(words, before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
        List<Picture> shown = found.subList(0, Math.min(Pictures.PAGE, found.size()));
        Map<Long, List<PictureStore.Use>> uses = pictures.uses(shown);
        return new PictureLibrary(
                shown.stream().map(one -> card(one, uses)).toList(),
                words,
                found.size() > shown.size()
                        ? address + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&prima="
                                + shown.getLast().id()
                        : "");
    }

    private static PictureCard card(Picture picture, Map<Long, List<PictureStore.Use>> uses) {
        return new PictureCard(
                picture.id(),
                PICTURES + "/" + picture.id(),
                picture.shown(),
                Italian.number(picture.width()) + " × " + Italian.number(picture.height()) + " pixel",
                Italian.moment(picture.added()) + ", " + picture.addedBy(),
                "![" + picture.words().replaceAll("([\\[\\]\\\\*_`<])", "\\\\$1") + "]("
                        + picture.address(picture.usual()) + ")",
                uses.getOrDefault(picture.id(), List.of()).stream()
                        .map(use -> new PictureCard.Shows(use.title(), "/gestione/portale/contenuti/" + use.content()))
                        .toList());
    }

    private static byte[] bytes(Upload upload) throws IOException {
        try (InputStream content = upload.content()) {
            return content.readNBytes(PictureSizes.LARGEST + 1);
        }
    }
}
