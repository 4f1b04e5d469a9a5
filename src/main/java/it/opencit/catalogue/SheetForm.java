// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a sheet as they are typed. */
final class SheetForm {

    private SheetForm() {}

    static FormInput of(ServiceSheet sheet) {
        OnlineLevel now = sheet.onlineNow();
        OnlineLevel planned = sheet.onlinePlanned();
        return FormInput.empty()
                .with("context", sheet.context())
                .with("subject", sheet.subject())
                .with("duties", sheet.duties())
                .with("costs", sheet.costs())
                .with("conditions", sheet.conditions())
                .with("recipients", sheet.recipients())
                .with("technology", sheet.technology())
                .with("onlineNow", now == null ? "" : Integer.toString(now.number()))
                .with("onlinePlanned", planned == null ? "" : Integer.toString(planned.number()))
                .with("onlineNote", sheet.onlineNote())
                .with("activationTime", sheet.activationTime())
                .with("personInCharge", sheet.personInCharge())
                .with("staff", sheet.staff())
                .with("hours", sheet.hours())
                .with("version", sheet.version());
    }

    /** The sheet without its attachments; good only if the form is valid afterwards. */
    static ServiceSheet read(OfferingId offering, FormInput form) {
        return new ServiceSheet(
                offering,
                form.textOrEmpty("context"),
                form.textOrEmpty("subject"),
                form.textOrEmpty("duties"),
                form.textOrEmpty("costs"),
                form.textOrEmpty("conditions"),
                form.textOrEmpty("recipients"),
                form.textOrEmpty("technology"),
                level(form, "onlineNow"),
                level(form, "onlinePlanned"),
                form.textOrEmpty("onlineNote"),
                form.textOrEmpty("activationTime"),
                form.textOrEmpty("personInCharge"),
                form.textOrEmpty("staff"),
                form.textOrEmpty("hours"),
                List.of(),
                form.version());
    }

    private static @Nullable OnlineLevel level(FormInput form, String field) {
        String typed = form.textOrEmpty(field);
        if (typed.isEmpty()) {
            return null;
        }
        OnlineLevel level =
                typed.matches("[1-5]") ? OnlineLevel.of(Integer.parseInt(typed)).orElse(null) : null;
        if (level == null) {
            form.reject(field, Messages.text("shared.choice"));
        }
        return level;
    }
}
