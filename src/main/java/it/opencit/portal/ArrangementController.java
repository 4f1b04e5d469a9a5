// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.Arrangement.MenuLine;
import it.opencit.portal.pages.ArrangementPage;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The menu and the home page of the site, in one form: a line left without words is taken away. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class ArrangementController {

    static final String ADDRESS = "/gestione/portale/disposizione";

    private final Templates templates;
    private final Arrangements arrangements;

    ArrangementController(Templates templates, Arrangements arrangements) {
        this.templates = templates;
        this.arrangements = arrangements;
    }

    @GetMapping(ADDRESS)
    JteModel form() {
        return page(formOf(arrangements.current()), Map.of());
    }

    @PostMapping(ADDRESS)
    Object change(FormInput form, RedirectAttributes flash) {
        Map<String, String> theirs = Map.of();
        Arrangement read = read(form);
        if (form.isValid()) {
            try {
                arrangements.change(read);
                flash.addFlashAttribute("notice", "Disposizione salvata: il sito la mostra già.");
                return "redirect:" + ADDRESS;
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException e) {
                Arrangement saved = arrangements.current();
                theirs = formOf(saved).values();
                form.changedMeanwhile("portal.changed-meanwhile", saved.version());
            }
        }
        return Answer.refused(page(form, theirs));
    }

    private Arrangement read(FormInput form) {
        Map<Long, List<MenuLine>> lines = new TreeMap<>();
        for (int at = 0; at < Arrangements.MOST_LINES; at++) {
            if (!form.typed("label-" + at).isBlank()
                    || !form.typed("address-" + at).isBlank()) {
                lines.computeIfAbsent(position(form, "place-" + at), _ -> new ArrayList<>())
                        .add(new MenuLine(
                                form.textOrEmpty("label-" + at),
                                form.textOrEmpty("labelEn-" + at),
                                form.textOrEmpty("address-" + at)));
            }
        }
        List<HomeBlock> home = Arrays.stream(HomeBlock.values())
                .filter(block -> form.isChecked("shown-" + block))
                .sorted(Comparator.comparing(block -> position(form, "block-" + block)))
                .toList();
        List<ContentId> highlights = new ArrayList<>();
        for (int at = 0; at < Arrangements.MOST_HIGHLIGHTS; at++) {
            String address = form.textOrEmpty("highlight-" + at);
            if (!address.isEmpty()) {
                var found = arrangements.at(address);
                if (found.isPresent()) {
                    highlights.add(found.get());
                } else {
                    form.reject("highlight-" + at, Messages.text("portal.arrangement.highlight", address));
                }
            }
        }
        return new Arrangement(
                lines.values().stream().flatMap(List::stream).toList(), home, highlights, form.version());
    }

    private static long position(FormInput form, String field) {
        return Objects.requireNonNullElse(form.integer(field), Long.MAX_VALUE);
    }

    private FormInput formOf(Arrangement arrangement) {
        FormInput form = FormInput.empty().with("version", arrangement.version());
        for (int at = 0; at < arrangement.menu().size(); at++) {
            MenuLine line = arrangement.menu().get(at);
            form.with("place-" + at, at + 1)
                    .with("label-" + at, line.label())
                    .with("labelEn-" + at, line.labelEn())
                    .with("address-" + at, line.address());
        }
        for (HomeBlock block : HomeBlock.values()) {
            int at = arrangement.home().indexOf(block);
            form.with("block-" + block, at < 0 ? null : at + 1).with("shown-" + block, at < 0 ? null : "si");
        }
        List<Teaser> highlights = arrangements.highlights(arrangement);
        for (int at = 0; at < highlights.size(); at++) {
            form.with("highlight-" + at, highlights.get(at).address());
        }
        return form;
    }

    private JteModel page(FormInput form, Map<String, String> theirs) {
        return templates.portalArrangement(new ArrangementPage(
                form,
                theirs,
                ADDRESS,
                Arrangements.MOST_LINES,
                Arrays.stream(HomeBlock.values())
                        .map(block -> new Option(block.name(), block.label()))
                        .toList(),
                Arrangements.MOST_HIGHLIGHTS));
    }
}
