// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tariffs to read: the list, one version with its history, two side by side, the file. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
class TariffController {

    static final Role[] WRITERS = {Role.COORDINATORE, Role.AMMINISTRATIVO};

    private final Templates templates;
    private final Tariffs tariffs;
    private final TariffSheets sheets;
    private final Kits kits;
    private final Lists lists;
    private final Exports exports;

    TariffController(
            Templates templates, Tariffs tariffs, TariffSheets sheets, Kits kits, Lists lists, Exports exports) {
        this.templates = templates;
        this.tariffs = tariffs;
        this.sheets = sheets;
        this.kits = kits;
        this.lists = lists;
        this.exports = exports;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry tariffsEntry() {
            return MenuEntry.of(
                    "Tariffe",
                    "Tariffe",
                    TariffSheets.HOME,
                    400,
                    Role.COORDINATORE,
                    Role.AMMINISTRATIVO,
                    Role.OPERATORE,
                    Role.REDATTORE);
        }
    }

    @GetMapping("/gestione/tariffe")
    JteModel list(ListRequest request, SignedIn person) {
        return templates.tariffsList(lists.page(TariffListing.VERSIONS, request), person.isOneOf(WRITERS));
    }

    @GetMapping("/gestione/tariffe/tariffe.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(TariffListing.VERSIONS, request, format, response);
    }

    @GetMapping("/gestione/tariffe/corredi")
    JteModel shipped(ListRequest request) {
        return templates.tariffsShipped(
                lists.page(TariffListing.SHIPPED, TariffListing.shipped(kits, tariffs), request));
    }

    @GetMapping("/gestione/tariffe/corredi/corredi.{format}")
    void exportShipped(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(TariffListing.SHIPPED, TariffListing.shipped(kits, tariffs), request, format, response);
    }

    @GetMapping("/gestione/tariffe/corredi/{kit}/{name}")
    JteModel shippedOne(@PathVariable String kit, @PathVariable String name, SignedIn person) {
        return templates.tariffsShow(sheets.shipped(ofKit(kit, name), person.isOneOf(WRITERS)));
    }

    @GetMapping("/gestione/tariffe/{id}")
    JteModel show(@PathVariable long id, SignedIn person) {
        return templates.tariffsShow(sheets.of(tariffs.version(id), person.isOneOf(WRITERS)));
    }

    @GetMapping("/gestione/tariffe/confronto")
    JteModel compare(@RequestParam String prima, @RequestParam String dopo) {
        return templates.tariffsCompare(sheets.compare(prima, dopo));
    }

    @GetMapping("/gestione/tariffe/{id}/tariffa.json")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        return download(tariffs.version(id).tariff());
    }

    @GetMapping("/gestione/tariffe/corredi/{kit}/{name}/tariffa.json")
    ResponseEntity<byte[]> shippedFile(@PathVariable String kit, @PathVariable String name) {
        return download(ofKit(kit, name));
    }

    private Tariff ofKit(String kit, String name) {
        String code = kit + "/" + name;
        return kits.find(code).orElseThrow(() -> new NotFound(code));
    }

    private static ResponseEntity<byte[]> download(Tariff tariff) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(tariff.code().replace('/', '-') + ".json")
                                .build()
                                .toString())
                .body(TariffJson.write(tariff).getBytes(StandardCharsets.UTF_8));
    }
}
