// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of a start: where to go and with which names. */
@Component
class StartLine {

    private final Centres centres;
    private final boolean demonstration;

    StartLine(Centres centres, @Value("${opencit.demonstration}") boolean demonstration) {
        this.centres = centres;
        this.demonstration = demonstration;
    }

    @EventListener
    void on(ApplicationReadyEvent started) {
        if (!(started.getApplicationContext() instanceof WebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        int port = web.getWebServer().getPort();
        String line = "OpenCIT è pronto: http://localhost:" + port;
        if (demonstration) {
            line += " (centri: "
                    + centres.all().stream()
                            .map(Centre::code)
                            .map(code -> "http://" + code + ".localhost:" + port)
                            .collect(Collectors.joining(" "))
                    + ") - utenti dimostrativi: coordinatore, amministrativo, operatore, redattore, comune, segretaria (di tre Comuni) e fornitore (a Brescia); parola d'ordine: "
                    + DemonstrationUsers.PASSWORD;
        }
        System.out.println(line);
    }
}
