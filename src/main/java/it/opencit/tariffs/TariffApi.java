// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tariffs for other programs: read them, apply one, share a cost. Nothing is stored. */
@RestController
@RequestMapping("/api/v1/tariffs")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE, Role.REFERENTE})
class TariffApi {

    private final Tariffs tariffs;
    private final Clock clock;

    TariffApi(Tariffs tariffs, Clock clock) {
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** Rows and where the following ones are; {@code null} because these are all. */
    record Page(List<ObjectNode> items, @Nullable String next) {}

    /** A step of an explanation; the amount is exact, fractions of a cent included. */
    record StepView(String text, String amount, int depth) {}

    /** An amount with VAT, its parts, and why. */
    record Calculation(
            String amount, String net, String vat, String currency, List<StepView> explanation, List<Mark> marks) {}

    /** The part of one participant. */
    record ShareView(String key, String amount) {}

    /** The parts of a cost, in the order of the weights; they add up to it. */
    record Shares(List<ShareView> shares) {}

    @GetMapping
    Page all() {
        return new Page(tariffs.all().stream().map(TariffApi::view).toList(), null);
    }

    @GetMapping("/{kit}/{name}")
    ObjectNode one(@PathVariable String kit, @PathVariable String name, @RequestParam @Nullable Integer year) {
        String code = kit + "/" + name;
        return view((year == null ? tariffs.find(code) : tariffs.ruling(code, CalculationRequest.year(year)))
                .orElseThrow(() -> new NotFound(code)));
    }

    @PostMapping("/calculation")
    Calculation calculate(@RequestBody JsonNode body) {
        CalculationRequest request = CalculationRequest.read(body);
        int year = request.year() == null ? LocalDate.now(clock).getYear() : request.year();
        Tariff tariff = tariff(request, year);
        Calculator calculator = tariffs.calculator(year);
        TariffCheck.of(tariff, calculator.book(), calculator.kinds()).orRefuse();
        Case one = request.on(tariff, calculator.book());
        Outcome.Computed computed = calculator.explain(tariff, year, one);
        List<Mark> marks = new ArrayList<>(computed.marks());
        if (!tariff.isValidIn(year)) {
            marks.add(new Mark(
                    "fuori validità",
                    Messages.text("tariffs.validity.outside", String.valueOf(year), Words.validity(tariff))));
        }
        return new Calculation(
                computed.amount().toString(),
                computed.net().toString(),
                computed.vat().toString(),
                "EUR",
                computed.steps().stream()
                        .map(step -> new StepView(step.text(), exact(step.amount()), step.depth()))
                        .toList(),
                marks);
    }

    @PostMapping("/sharing")
    Shares share(@RequestBody JsonNode body) {
        SharingRequest request = SharingRequest.read(body);
        var amounts = Sharing.of(request.cost(), request.weights());
        List<ShareView> shares = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            shares.add(new ShareView(request.keys().get(i), amounts.get(i).toString()));
        }
        return new Shares(shares);
    }

    private Tariff tariff(CalculationRequest request, int year) {
        String code = request.code();
        Component tree = request.tree();
        if (tree != null) {
            return Tariff.draft(tree);
        }
        return tariffs.ruling(String.valueOf(code), year)
                .orElseThrow(() -> Refusal.inField("code", "tariffs.code.unknown", String.valueOf(code)));
    }

    /** A tariff as stored, every field always there, with the figures that it reads. */
    private static ObjectNode view(Tariff tariff) {
        ObjectNode json = TariffJson.toJson(tariff);
        for (String field : List.of("validTo", "act", "vat")) {
            if (!json.has(field)) {
                json.putNull(field);
            }
        }
        var figures = json.putArray("figures");
        new TreeSet<>(Tree.figures(tariff.tree())).forEach(figures::add);
        return json;
    }

    /** At least the cents, and every further decimal there is. */
    private static String exact(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }
}
