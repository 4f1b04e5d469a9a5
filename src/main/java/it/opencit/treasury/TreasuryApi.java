// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accertamenti, movements, provvisori and their allocations, for other programs. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class TreasuryApi {

    private static final int MOST = 500;

    private final AccertamentoStore accertamenti;
    private final Provvisori provvisori;
    private final ProvvisorioStore provvisorioStore;
    private final Allocations allocations;
    private final AllocationStore allocationStore;
    private final Organizations organizations;

    TreasuryApi(
            AccertamentoStore accertamenti,
            Provvisori provvisori,
            ProvvisorioStore provvisorioStore,
            Allocations allocations,
            AllocationStore allocationStore,
            Organizations organizations) {
        this.accertamenti = accertamenti;
        this.provvisori = provvisori;
        this.provvisorioStore = provvisorioStore;
        this.allocations = allocations;
        this.allocationStore = allocationStore;
        this.organizations = organizations;
    }

    /** Accertamenti in the order in which they were recorded, a page at a time. */
    @GetMapping("/accertamenti")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTreasury.Page<ApiTreasury.Accertamento> accertamenti(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable AccertamentoState state,
            @RequestParam(required = false) @Nullable OrganizationId organizationId,
            @RequestParam(required = false) @Nullable OrganizationId payerId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        checkLimit(limit);
        var wanted = new AccertamentoStore.Wanted(year, state, organizationId, payerId, q);
        return page(accertamenti.after(after, wanted, limit + 1), limit, ApiTreasury.Accertamento::of);
    }

    /** Movements in the order in which they were recorded, a page at a time. */
    @GetMapping("/movements")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTreasury.Page<ApiTreasury.Movement> movements(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable AccertamentoState state,
            @RequestParam(required = false) @Nullable OrganizationId organizationId,
            @RequestParam(required = false) @Nullable OrganizationId payerId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        checkLimit(limit);
        var wanted = new AccertamentoStore.Wanted(year, state, organizationId, payerId, q);
        return page(accertamenti.after(after, wanted, limit + 1), limit, ApiTreasury.Movement::of);
    }

    /** Provvisori in the order in which they were recorded, a page at a time. */
    @GetMapping("/provvisori")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTreasury.Page<ApiTreasury.Provvisorio> provvisori(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable ProvvisorioState state,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        checkLimit(limit);
        List<Provvisorio> found = provvisorioStore.after(after, year, state, limit + 1);
        List<Provvisorio> page = found.subList(0, Math.min(limit, found.size()));
        return new ApiTreasury.Page<>(
                page.stream().map(ApiTreasury.Provvisorio::of).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    @GetMapping("/provvisori/{id}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTreasury.WithAllocations provvisorio(@PathVariable ProvvisorioId id) {
        return new ApiTreasury.WithAllocations(
                ApiTreasury.Provvisorio.of(provvisori.get(id)),
                allocationStore.ofProvvisorio(id).stream()
                        .map(ApiTreasury.Allocation::of)
                        .toList());
    }

    /** Records a provvisorio. */
    @PostMapping("/provvisori")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTreasury.WithAllocations receive(@RequestBody Receiving receiving) {
        OrganizationId body = receiving.organizationId();
        if (body != null && organizations.find(body).isEmpty()) {
            throw Refusal.inField("organizationId", "treasury.body");
        }
        LocalDate receivedOn = receiving.receivedOn();
        if (receivedOn == null) {
            throw Refusal.inField("receivedOn", "treasury.provvisorio.date");
        }
        String number = receiving.number();
        if (number == null || !number.matches("\\d{1,18}")) {
            throw Refusal.inField("number", "treasury.provvisorio.number");
        }
        Integer treasuryYear = receiving.treasuryYear();
        return provvisorio(provvisori.receive(new NewProvvisorio(
                treasuryYear == null ? receivedOn.getYear() : treasuryYear,
                Long.parseLong(number),
                receivedOn,
                orEmpty(receiving.payerName()),
                orEmpty(receiving.payerTaxCode()),
                body,
                orEmpty(receiving.reason()),
                amount(receiving.amount()),
                orEmpty(receiving.execution()),
                orEmpty(receiving.reference()))));
    }

    /**
     * A provvisorio to record; the body is recognised when it is not said.
     *
     * @param treasuryYear that of {@code receivedOn} when it is not said
     */
    record Receiving(
            @Nullable Integer treasuryYear,
            @Nullable String number,
            @Nullable LocalDate receivedOn,
            @Nullable String payerName,
            @Nullable String payerTaxCode,
            @Nullable OrganizationId organizationId,
            @Nullable String reason,
            @Nullable String amount,
            @Nullable String execution,
            @Nullable String reference) {}

    /** Allocates amounts of a provvisorio, all or none. */
    @PostMapping("/provvisori/{id}/allocations")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTreasury.WithAllocations allocate(@PathVariable ProvvisorioId id, @RequestBody List<Allocating> parts) {
        Map<AccertamentoId, Euro> amounts = new LinkedHashMap<>();
        for (Allocating part : parts) {
            AccertamentoId accertamento = part.accertamentoId();
            if (accertamento == null) {
                throw Refusal.inField("accertamentoId", "treasury.api.accertamento");
            }
            amounts.merge(accertamento, amount(part.amount()), Euro::plus);
        }
        allocations.allocate(id, amounts);
        return provvisorio(id);
    }

    /** How much collects which accertamento. */
    record Allocating(
            @Nullable AccertamentoId accertamentoId,
            @Nullable String amount) {}

    /** Takes an allocation back; it stays in the history. */
    @PostMapping("/allocations/{id}/undo")
    ApiTreasury.WithAllocations undo(@PathVariable AllocationId id, @RequestBody Undoing undoing) {
        allocations.undo(id, orEmpty(undoing.reason()));
        return provvisorio(allocationStore.find(id).orElseThrow().provvisorio());
    }

    /** Why an allocation is taken back. */
    record Undoing(@Nullable String reason) {}

    private static <T> ApiTreasury.Page<T> page(
            List<Accertamento> found, int limit, Function<Accertamento, T> written) {
        List<Accertamento> page = found.subList(0, Math.min(limit, found.size()));
        return new ApiTreasury.Page<>(
                page.stream().map(written).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "treasury.api.limit", MOST);
        }
    }

    private static Euro amount(@Nullable String written) {
        if (written == null || !written.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw Refusal.inField("amount", "treasury.api.amount");
        }
        return Euro.of(written);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
