// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The movements of the centre. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class MovementController {

    private final Templates templates;
    private final MovementList list;
    private final Lists lists;
    private final Exports exports;

    MovementController(Templates templates, MovementList list, Lists lists, Exports exports) {
        this.templates = templates;
        this.list = list;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.MOVEMENTS)
    JteModel list(ListRequest request) {
        return templates.treasuryMovements(lists.page(list.listing(), request));
    }

    @GetMapping(Addresses.MOVEMENTS + "/movimenti.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }
}
