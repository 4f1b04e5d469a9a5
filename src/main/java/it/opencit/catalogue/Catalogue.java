// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.documents.FileId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the catalogue: services, their prices, sheets and request forms, and who supplies them. */
@Service
@Transactional
public class Catalogue {

    private final OfferingStore offerings;
    private final SheetStore sheets;
    private final SheetVersions versions;
    private final RequestFormStore forms;
    private final SupplierStore suppliers;
    private final CatalogueKits kits;
    private final ApplicationEventPublisher events;

    Catalogue(
            OfferingStore offerings,
            SheetStore sheets,
            SheetVersions versions,
            RequestFormStore forms,
            SupplierStore suppliers,
            CatalogueKits kits,
            ApplicationEventPublisher events) {
        this.kits = kits;
        this.events = events;
        this.offerings = offerings;
        this.sheets = sheets;
        this.versions = versions;
        this.forms = forms;
        this.suppliers = suppliers;
    }

    /** Every service, those no longer offered included, by title. Two queries. */
    @Transactional(readOnly = true)
    public List<Offering> offerings() {
        return offerings.all();
    }

    /** The services that can be asked for on a day, by title. */
    @Transactional(readOnly = true)
    public List<Offering> offeredOn(LocalDate day) {
        return offerings.all().stream()
                .filter(offering -> offering.offered().contains(day))
                .toList();
    }

    /** @throws NotFound when there is no such service */
    @Transactional(readOnly = true)
    public Offering get(OfferingId id) {
        return offerings.find(id).orElseThrow(() -> new NotFound("Offering " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Offering> byCode(String code) {
        return offerings.idOf(code).flatMap(offerings::find);
    }

    /** The published sheet of a service; blank until somebody writes it. */
    @Transactional(readOnly = true)
    public ServiceSheet sheet(OfferingId id) {
        return sheets.find(id);
    }

    /** How lists name in English the services whose published sheet is translated. One query. */
    @Transactional(readOnly = true)
    public Map<OfferingId, OfferingTranslation> translations() {
        return sheets.translations();
    }

    /** Every sheet that was written, by service. Two queries. */
    @Transactional(readOnly = true)
    public Map<OfferingId, ServiceSheet> sheets() {
        return sheets.all();
    }

    /** The latest version of the request form of a service. */
    @Transactional(readOnly = true)
    public RequestForm form(OfferingId id) {
        return forms.latest(id).orElseThrow(() -> new NotFound("Form of offering " + id));
    }

    /** A version of the request form of a service: requests keep the one they were made with. */
    @Transactional(readOnly = true)
    public RequestForm form(OfferingId id, int version) {
        return forms.find(id, version)
                .orElseThrow(() -> new NotFound("Form of offering " + id + ", version " + version));
    }

    /** Every version of the request form of a service with who wrote it, the latest first. */
    @Transactional(readOnly = true)
    List<RequestFormStore.Written> formVersions(OfferingId id) {
        return forms.all(id);
    }

    /** Every supplier, by name. */
    @Transactional(readOnly = true)
    public List<Supplier> suppliers() {
        return suppliers.all();
    }

    @Transactional(readOnly = true)
    public Optional<Supplier> supplier(SupplierId id) {
        return suppliers.find(id);
    }

    /**
     * Adds a service, with a blank sheet and a request form without fields of its own.
     *
     * @throws Refusal when its code is taken
     */
    public OfferingId add(OfferingDetails details) {
        checkCode(details.code(), null);
        OfferingId id = offerings.add(details);
        versions.begin(ServiceSheet.blank(id), "");
        forms.add(id, new RequestForm(1, List.of()));
        events.publishEvent(new OfferingChanged(id));
        return id;
    }

    /**
     * Changes a service.
     *
     * @throws Refusal when its code is taken
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    public void change(Offering changed) {
        checkCode(changed.code(), changed.id());
        offerings.save(changed);
        events.publishEvent(new OfferingChanged(changed.id()));
    }

    /**
     * Changes the blocks of a sheet for everybody, as its next version; its attachments stay as they are.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    public void changeSheet(ServiceSheet changed) {
        versions.publish(changed);
    }

    /** Adds a file to a sheet. */
    public void attach(OfferingId id, FileId file, String title) {
        sheets.attach(id, file, title);
        events.publishEvent(new OfferingChanged(id));
    }

    /** Takes an attachment off a sheet; the file stays in the register of documents. */
    public void detach(OfferingId id, long attachment) {
        sheets.detach(id, attachment);
        events.publishEvent(new OfferingChanged(id));
    }

    /**
     * Writes the next version of a request form; the same fields again make none.
     *
     * @param after the version that was read
     * @return the version that holds now
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone wrote a version meanwhile
     */
    public int changeForm(OfferingId id, List<FormField> fields, int after) {
        RequestForm latest = form(id);
        if (latest.version() != after) {
            throw new OptimisticLockingFailureException("Form of offering " + id + " changed after version " + after);
        }
        if (latest.fields().equals(fields)) {
            return latest.version();
        }
        var next = new RequestForm(after + 1, fields);
        forms.add(id, next);
        return next.version();
    }

    /**
     * Takes from a kit every service of which the centre has none with the same code, with its sheet and request form;
     * a partner that is not among the suppliers is added by name. Twice is once.
     *
     * @param kit code, such as {@code brescia}
     * @return how many were taken
     */
    public int adopt(String kit) {
        int taken = 0;
        for (CatalogueKits.Shipped shipped : kits.of(kit)) {
            if (offerings.idOf(shipped.code()).isPresent()) {
                continue;
            }
            String name = shipped.partner();
            SupplierId partner = name == null
                    ? null
                    : suppliers
                            .named(name)
                            .map(Supplier::id)
                            .orElseGet(() -> suppliers.add(SupplierDetails.named(name)));
            OfferingId id = offerings.add(shipped.details(partner));
            versions.begin(shipped.sheet().of(id), Messages.text("catalogue.sheet.from-kit", kit));
            List<FormField> fields = shipped.form();
            forms.add(id, new RequestForm(1, fields == null ? List.of() : fields));
            events.publishEvent(new OfferingChanged(id));
            taken++;
        }
        return taken;
    }

    private void checkCode(String code, @Nullable OfferingId except) {
        offerings.idOf(code).filter(other -> !other.equals(except)).ifPresent(_ -> {
            throw Refusal.inField("code", "catalogue.offering.code-taken", code);
        });
    }
}
