// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.HomePanel;
import it.opencit.shared.NotFound;
import it.opencit.shared.PartitaIva;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of suppliers and of the contracts with them. */
@Service
@Transactional
public class Suppliers {

    private final SupplierStore suppliers;
    private final ContractStore contracts;

    Suppliers(SupplierStore suppliers, ContractStore contracts) {
        this.suppliers = suppliers;
        this.contracts = contracts;
    }

    /** Every supplier, by name. */
    @Transactional(readOnly = true)
    public List<Supplier> all() {
        return suppliers.all();
    }

    /** @throws NotFound when there is no such supplier */
    @Transactional(readOnly = true)
    public Supplier get(SupplierId id) {
        return suppliers.find(id).orElseThrow(() -> new NotFound("Supplier " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Supplier> named(String name) {
        return suppliers.named(name);
    }

    /**
     * Adds a supplier.
     *
     * @throws Refusal when its name or VAT number is taken
     */
    public SupplierId add(SupplierDetails details) {
        checkUnique(details, null);
        return suppliers.add(details);
    }

    /**
     * Changes a supplier.
     *
     * @throws Refusal when its name or VAT number is taken
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    public void change(Supplier changed) {
        checkUnique(changed.details(), changed.id());
        suppliers.save(changed);
    }

    /** Every contract, the first to end first. */
    @Transactional(readOnly = true)
    public List<Contract> contracts() {
        return contracts.all();
    }

    /** How many contracts ended lately, end soon or want notice on a day, each with the address of its list. */
    @Transactional(readOnly = true)
    public List<HomePanel.Count> contractAlerts(LocalDate day) {
        return contracts.count(day).entrySet().stream()
                .map(counted -> new HomePanel.Count(
                        counted.getKey().label(),
                        counted.getValue(),
                        Addresses.CONTRACTS + "?avviso=" + counted.getKey().key()))
                .toList();
    }

    /** @throws NotFound when there is no such contract */
    @Transactional(readOnly = true)
    public Contract contract(ContractId id) {
        return contracts.find(id).orElseThrow(() -> new NotFound("Contract " + id));
    }

    /**
     * Adds a contract.
     *
     * @throws Refusal when it renews one that is not there, began later or is renewed already
     */
    public ContractId addContract(ContractDetails details) {
        checkRenewal(details, null);
        return contracts.add(details);
    }

    /**
     * Changes a contract.
     *
     * @throws Refusal when it renews itself, or one that is not there, began later or is renewed already
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    public void changeContract(ContractId id, ContractDetails details, int version) {
        checkRenewal(details, id);
        contracts.save(id, details, version);
    }

    private void checkUnique(SupplierDetails details, @Nullable SupplierId except) {
        suppliers
                .named(details.name())
                .filter(other -> !other.id().equals(except))
                .ifPresent(_ -> {
                    throw Refusal.inField("name", "catalogue.supplier.name-taken");
                });
        PartitaIva number = details.partitaIva();
        if (number != null) {
            suppliers
                    .withVatNumber(number)
                    .filter(other -> !other.id().equals(except))
                    .ifPresent(other -> {
                        throw Refusal.inField("partitaIva", "catalogue.supplier.vat-taken", other.name());
                    });
        }
    }

    private void checkRenewal(ContractDetails details, @Nullable ContractId id) {
        ContractId renews = details.renews();
        if (renews == null) {
            return;
        }
        if (renews.equals(id)) {
            throw Refusal.inField("renews", "catalogue.contract.renews-itself");
        }
        Contract renewed = contracts
                .find(renews)
                .orElseThrow(() -> Refusal.inField("renews", "catalogue.contract.renews-unknown"));
        // Also keeps two contracts from renewing each other.
        if (!renewed.details().period().from().isBefore(details.period().from())) {
            throw Refusal.inField(
                    "renews",
                    "catalogue.contract.renews-later",
                    Italian.date(renewed.details().period().from()));
        }
        contracts.all().stream()
                .filter(other ->
                        renews.equals(other.details().renews()) && !other.id().equals(id))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.inField(
                            "renews",
                            "catalogue.contract.already-renewed",
                            other.details().object());
                });
    }
}
