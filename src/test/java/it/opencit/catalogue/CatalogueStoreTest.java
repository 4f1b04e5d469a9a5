// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.PartitaIva;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FieldType;
import it.opencit.shared.forms.FormField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenCitTest
class CatalogueStoreTest {

    private static final String CENTRE = "catalogo-archivio";
    private static final Period FIRST = new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2020, 12, 31));
    private static final Period THEN = new Period(LocalDate.of(2021, 1, 1), null);

    @Autowired
    Catalogue catalogue;

    @Autowired
    Suppliers suppliers;

    @Autowired
    SheetVersions versions;

    @Autowired
    SheetStore sheets;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aServiceIsFoundAsItWasWritten() {
        cast.at(CENTRE, () -> {
            SupplierId partner = suppliers.add(SupplierDetails.named("Partner dei Colli"));
            var details = new OfferingDetails(
                    "pec-colli",
                    "Posta certificata",
                    "Una casella per l'ente",
                    OfferingClass.SURCHARGE,
                    OfferingLevel.INTERMEDIATE,
                    OfferingArea.BACK_OFFICE,
                    FeeKind.YEARLY,
                    Continuation.TACIT,
                    List.of(
                            new PriceRule(ChargeKind.YEARLY, "", "brescia-2015-2020/pec", FIRST),
                            new PriceRule(ChargeKind.YEARLY, "", "brescia-2021-2025/pec", THEN)),
                    new Eligibility(false, Set.of(OrganizationKind.COMUNE, OrganizationKind.UNIONE), 5000),
                    AllowanceSharing.POOLED,
                    "Tre caselle",
                    partner,
                    new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2036, 12, 31)));

            OfferingId id = catalogue.add(details);

            assertThat(catalogue.get(id)).isEqualTo(new Offering(id, details, 0));
            assertThat(catalogue.byCode("pec-colli")).contains(catalogue.get(id));
            assertThat(catalogue.offerings()).contains(catalogue.get(id));
            assertThat(catalogue.offeredOn(LocalDate.of(2014, 12, 31))).isEmpty();
            assertThat(catalogue.sheet(id)).isEqualTo(ServiceSheet.blank(id));
            assertThat(catalogue.form(id)).isEqualTo(new RequestForm(1, List.of()));
        });
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        Offering read = cast.at(CENTRE, () -> catalogue.get(catalogue.add(Scene.service("doppio"))));
        ServiceSheet sheet = cast.at(CENTRE, () -> catalogue.sheet(read.id()));
        cast.at(CENTRE, () -> catalogue.change(read));
        cast.at(CENTRE, () -> catalogue.changeSheet(sheet));

        assertThatThrownBy(() -> cast.at(CENTRE, () -> catalogue.change(read)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> cast.at(CENTRE, () -> catalogue.changeSheet(sheet)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> cast.at(CENTRE, () -> catalogue.add(Scene.service("doppio"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("code"));
    }

    @Test
    void aSheetThatIsBeingPublishedIsNotPublishedByAnotherNode() {
        OfferingId id = cast.at(CENTRE, () -> catalogue.add(Scene.service("programmata")));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        cast.at(CENTRE, () -> {
            ServiceSheet sheet = versions.latest(id);
            versions.draft(
                    SheetTexts.sheet(id, name -> name.equals("subject") ? "Da domani" : "", List.of(), sheet.version()),
                    "Anna",
                    "");
            versions.schedule(id, tomorrow, versions.standing(id).version());
        });
        Instant after = tomorrow.plus(Duration.ofMinutes(1));

        cast.at(CENTRE, () -> {
            assertThat(sheets.due(after)).containsExactly(id);
            assertThat(CompletableFuture.supplyAsync(() -> cast.at(CENTRE, () -> sheets.due(after)))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .isEmpty();
        });
        assertThat(cast.at(CENTRE, () -> sheets.due(after))).containsExactly(id);
    }

    @Test
    void aChangedFormIsAnotherVersionAndTheOldOneStays() {
        var field = new FormField("dominio", "Dominio", FieldType.TEXT, true, List.of(), "");
        var choice = new FormField("fornitore", "Fornitore", FieldType.CHOICE, false, List.of("A", "B"), "Chi è");
        OfferingId id = cast.at(CENTRE, () -> catalogue.add(Scene.service("modulo")));

        cast.at(CENTRE, () -> {
            assertThat(catalogue.changeForm(id, List.of(field), 1)).isEqualTo(2);
            assertThat(catalogue.changeForm(id, List.of(field), 2)).isEqualTo(2);
            assertThat(catalogue.changeForm(id, List.of(field, choice), 2)).isEqualTo(3);
            assertThat(catalogue.form(id).fields()).containsExactly(field, choice);
            assertThat(catalogue.form(id, 2).fields()).containsExactly(field);
            assertThat(catalogue.form(id, 1).fields()).isEmpty();
        });

        assertThatThrownBy(() -> cast.at(CENTRE, () -> catalogue.changeForm(id, List.of(), 2)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> cast.at(
                        CENTRE,
                        () -> jdbc.sql("update catalogue.request_form set fields = '[]' where offering_id = :id")
                                .param("id", id.value())
                                .update()))
                .hasMessageContaining("write the next one");
    }

    @Test
    void theDatabaseRefusesTwoPricesOnTheSameDay() {
        OfferingId id = cast.at(CENTRE, () -> catalogue.add(Scene.service("due-prezzi")));

        assertThatThrownBy(() -> cast.at(
                        CENTRE, () -> jdbc.sql("""
                        insert into catalogue.price (offering_id, charge, tariff_code, starts_on, ends_on)
                        values (:id, 'YEARLY', 'a/b', '2020-01-01', '2020-12-31'),
                               (:id, 'YEARLY', 'a/c', '2020-12-31', null)""").param("id", id.value()).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aContractIsFoundAsItWasWrittenAndIsRenewedOnce() {
        ContractDetails details = cast.at(CENTRE, () -> {
            SupplierId supplier = suppliers.add(new SupplierDetails(
                    "Rete dei Colli", new PartitaIva("00743110157"), "Ufficio enti", "a@b.it", "", "", "", ""));
            return new ContractDetails(
                    supplier,
                    "Connettività",
                    Set.of(catalogue.add(Scene.service("rete-1")), catalogue.add(Scene.service("rete-2"))),
                    new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31)),
                    90,
                    new Cig("1234567ab8"),
                    Euro.of("48000.00"),
                    "Determina n. 12",
                    "",
                    null,
                    null);
        });

        ContractId id = cast.at(CENTRE, () -> suppliers.addContract(details));

        assertThat(cast.at(CENTRE, () -> suppliers.contract(id))).isEqualTo(new Contract(id, details, false, 0));
        assertThat(details.noticeBy()).isEqualTo(LocalDate.of(2026, 10, 2));

        ContractId next = cast.at(CENTRE, () -> suppliers.addContract(Scene.renewal(details, id)));
        assertThat(cast.at(CENTRE, () -> suppliers.contract(id)).isOpen()).isFalse();
        assertThat(cast.at(CENTRE, () -> suppliers.contract(next)).isOpen()).isTrue();
        assertThatThrownBy(() -> cast.at(CENTRE, () -> suppliers.addContract(Scene.renewal(details, id))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("renews"));

        cast.at(CENTRE, () -> suppliers.changeContract(id, details, 0));
        assertThatThrownBy(() -> cast.at(CENTRE, () -> suppliers.changeContract(id, details, 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }
}
