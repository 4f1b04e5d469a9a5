// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the centre: what it changes is seen at once on its pages. */
@Controller
@AllowedTo(Role.COORDINATORE)
class CentreController {

    private static final int LOGO_LIMIT = 300 * 1024;

    private static final Pattern PAGE = Pattern.compile("https://[^\\s<>\"/]+\\.[^\\s<>\"]+");

    private final Templates templates;
    private final Centres centres;

    CentreController(Templates templates, Centres centres) {
        this.templates = templates;
        this.centres = centres;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry centreEntry() {
            return MenuEntry.of("Centro", "Impostazioni", "/gestione/centro", 900, Role.COORDINATORE);
        }
    }

    @GetMapping("/gestione/centro")
    JteModel form() {
        return page(formOf(centres.current()), Map.of());
    }

    @PostMapping("/gestione/centro")
    Object save(FormInput form, RedirectAttributes flash) {
        Centre before = centres.current();
        CentreSettings settings = read(form);
        if (!form.isValid()) {
            return Answer.refused(page(form, Map.of()));
        }
        try {
            centres.change(settings, form.version());
        } catch (OptimisticLockingFailureException e) {
            form.changedMeanwhile("centres.changed-meanwhile", before.version());
            return Answer.refused(page(form, formOf(before).values()));
        }
        flash.addFlashAttribute("notice", "Impostazioni salvate: le pagine del centro le mostrano già.");
        return "redirect:/gestione/centro";
    }

    @PostMapping("/gestione/centro/logo")
    Object saveLogo(@RequestParam("logo") @Nullable MultipartFile file, RedirectAttributes flash) throws IOException {
        FormInput form = formOf(centres.current());
        if (file == null || file.isEmpty()) {
            form.reject("logo", Messages.text("centres.logo.required"));
        } else if (file.getSize() > LOGO_LIMIT) {
            form.reject("logo", Messages.text("centres.logo.size"));
        } else {
            String type = typeOf(file.getBytes());
            if (type == null) {
                form.reject("logo", Messages.text("centres.logo.type"));
            } else {
                centres.changeLogo(new Logo(file.getBytes(), type));
                flash.addFlashAttribute("notice", "Logo cambiato.");
                return "redirect:/gestione/centro";
            }
        }
        return Answer.refused(page(form, Map.of()));
    }

    private JteModel page(FormInput form, Map<String, String> theirs) {
        Centre centre = centres.current();
        return templates.centresSettings(form, theirs, centres.hosts(centre));
    }

    private static CentreSettings read(FormInput form) {
        String email = form.textOrEmpty("email");
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            form.reject("email", Messages.text("centres.email.form", email));
        }
        return new CentreSettings(
                form.required("name", "centres.name.required"),
                form.required("shortName", "centres.short-name.required"),
                form.required("leadBody", "centres.lead-body.required"),
                colour(form, "primaryColour"),
                colour(form, "accentColour"),
                form.textOrEmpty("address"),
                form.textOrEmpty("phone"),
                email,
                form.textOrEmpty("pec"),
                form.textOrEmpty("officeHours"),
                form.textOrEmpty("privacyText"),
                form.textOrEmpty("legalText"),
                statement(form),
                feedback(form));
    }

    private static String statement(FormInput form) {
        String address = form.textOrEmpty("accessibilityStatement");
        if (!address.isEmpty() && !PAGE.matcher(address).matches()) {
            form.reject("accessibilityStatement", Messages.text("centres.accessibility.statement", address));
        }
        return address;
    }

    private static String feedback(FormInput form) {
        String where = form.textOrEmpty("accessibilityFeedback");
        if (!where.isEmpty() && !PAGE.matcher(where).matches() && !EmailAddress.isOne(where)) {
            form.reject("accessibilityFeedback", Messages.text("centres.accessibility.feedback", where));
        }
        return where;
    }

    private static String colour(FormInput form, String field) {
        try {
            return Colour.readable(field, form.textOrEmpty(field)).value();
        } catch (Refusal refusal) {
            form.reject(refusal);
            return "";
        }
    }

    private static FormInput formOf(Centre centre) {
        return FormInput.empty()
                .with("name", centre.name())
                .with("shortName", centre.shortName())
                .with("leadBody", centre.leadBody())
                .with("primaryColour", centre.primaryColour())
                .with("accentColour", centre.accentColour())
                .with("address", centre.address())
                .with("phone", centre.phone())
                .with("email", centre.email())
                .with("pec", centre.pec())
                .with("officeHours", centre.officeHours())
                .with("privacyText", centre.privacyText())
                .with("legalText", centre.legalText())
                .with("accessibilityStatement", centre.accessibilityStatement())
                .with("accessibilityFeedback", centre.accessibilityFeedback())
                .with("version", centre.version());
    }

    /** The type a file has by its first bytes, whatever its name says. */
    private static @Nullable String typeOf(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(8, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        return start.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : null;
    }
}
