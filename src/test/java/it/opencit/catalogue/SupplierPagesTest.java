// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class SupplierPagesTest {

    private static final String CENTRE = "fornitori-pagine";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Suppliers suppliers;

    @Test
    void aSupplierAndItsContractAreWrittenShownAndRenewed() throws Exception {
        OfferingId service = cast.at(CENTRE, () -> catalogue.add(Scene.service("rete")));
        String supplier = saved(post("/gestione/fornitori/nuovo")
                .param("name", "Rete di prova")
                .param("partitaIva", "IT 00743110157")
                .param("email", "enti@rete.example"));
        String number = supplier.substring(supplier.lastIndexOf('/') + 1);
        String contract = saved(contract(number, "Connettività")
                .param("offering-" + service, "si")
                .param("noticeDays", "90")
                .param("cig", "1234567ab8")
                .param("amount", "48.000,00"));

        web.perform(get(contract).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("1234567AB8")))
                .andExpect(content().string(containsString("€ 48.000,00")))
                .andExpect(content().string(containsString("90 giorni: disdetta entro il 02/10/2030")))
                .andExpect(content().string(containsString("Servizio rete")));
        web.perform(get(supplier).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("00743110157")))
                .andExpect(content().string(containsString(contract)));
        web.perform(get("/gestione/catalogo/" + service).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString(contract)));
        web.perform(get("/gestione/fornitori/contratti/contratti-con-i-fornitori.csv")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Connettività;Rete di prova;")));
        String id = contract.substring(contract.lastIndexOf('/') + 1);
        web.perform(get("/gestione/fornitori/contratti/nuovo?rinnova=" + id).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("value=\"2031-01-01\"")))
                .andExpect(content().string(containsString("value=\"2033-12-31\"")));
        web.perform(contract(number, "Connettività, doppione")
                        .param("renews", id)
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il rinnovo deve cominciare dopo")));
        saved(contract(number, "Connettività, rinnovo").param("renews", id).with(sent -> {
            sent.setParameter("startsOn", "2031-01-01");
            sent.setParameter("endsOn", "2033-12-31");
            return sent;
        }));
        web.perform(get(contract).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Rinnovato")));
    }

    @Test
    void theSecondToEditSeesWhatTheFirstSaved() throws Exception {
        String supplier = saved(post("/gestione/fornitori/nuovo").param("name", "In due"));
        saved(post(supplier + "/modifica").param("name", "Nome del primo").param("version", "0"));
        web.perform(post(supplier + "/modifica")
                        .param("name", "Nome del secondo")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<strong>Nome del primo</strong>")));
        String number = supplier.substring(supplier.lastIndexOf('/') + 1);
        String contract = saved(contract(number, "Di due"));
        saved(at(contract + "/modifica", number, "Del primo").param("version", "0"));
        web.perform(at(contract + "/modifica", number, "Del secondo")
                        .param("version", "0")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<strong>Del primo</strong>")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                        | field      | value      | answer
      no supplier                 | supplier   | ''         | Scegli il fornitore
      no object                   | object     | ''         | oggetto del contratto
      no end                      | endsOn     | ''         | ultimo giorno del contratto
      it ends before it starts    | endsOn     | 2020-01-01 | non può precedere il primo
      too long a notice           | noticeDays | 2000       | da 0 a 1.095
      half a day of notice        | noticeDays | 1,5        | togli i decimali
      a short CIG                 | cig        | 12345      | Ricopia i dieci caratteri
      fractions of a cent         | amount     | 10,001     | più di due decimali
      a negative amount           | amount     | -5         | non può essere negativo
      closed before it starts     | closedOn   | 2020-01-01 | non può precedere il primo giorno
      it renews nothing we know   | renews     | x          | Scegli una voce
      it renews one that is not   | renews     | 999999     | da rinnovare non c
      """)
    void slipsAreShownBesideTheirField(String slip, String field, String value, String answer) throws Exception {
        String number = cast.at(
                CENTRE,
                () -> suppliers
                        .named("Scivoloni")
                        .map(Supplier::id)
                        .orElseGet(() -> suppliers.add(SupplierDetails.named("Scivoloni")))
                        .toString());

        web.perform(contract(number, "Prova")
                        .param("notes", "Quello che ho scritto resta")
                        .with(sent -> {
                            sent.setParameter(field, value);
                            return sent;
                        })
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("Quello che ho scritto resta")));
    }

    @Test
    void twoSuppliersDoNotShareANameOrAVatNumber() throws Exception {
        saved(post("/gestione/fornitori/nuovo").param("name", "Unico").param("partitaIva", "12345678903"));

        refused("Unico", "", "già un fornitore con questo nome");
        refused("Altro", "12345678903", "è già del fornitore «Unico»");
        refused("Altro", "12345678904", "errore di copiatura");
        refused("", "", "Scrivi la ragione sociale");
        assertThat(cast.at(CENTRE, () -> suppliers.named("Altro"))).isEmpty();
    }

    private void refused(String name, String number, String answer) throws Exception {
        web.perform(post("/gestione/fornitori/nuovo")
                        .param("name", name)
                        .param("partitaIva", number)
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)));
    }

    private String saved(MockHttpServletRequestBuilder request) throws Exception {
        return String.valueOf(web.perform(request.with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static MockHttpServletRequestBuilder contract(String supplier, String object) {
        return at("/gestione/fornitori/contratti/nuovo", supplier, object);
    }

    private static MockHttpServletRequestBuilder at(String address, String supplier, String object) {
        return post(address)
                .param("supplier", supplier)
                .param("object", object)
                .param("startsOn", "2028-01-01")
                .param("endsOn", "31/12/2030");
    }
}
