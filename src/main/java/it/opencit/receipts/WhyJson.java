// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compact form in which a {@link Why} is kept: a run writes a hundred thousand of them. */
final class WhyJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WhyJson() {}

    static String write(Why why) {
        var text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("tariff", why.tariff());
            Long version = why.version();
            if (version != null) {
                json.writeNumberProperty("version", version);
            }
            json.writeStringProperty("rule", why.rule());
            json.writeStringProperty("act", why.act());
            json.writeStringProperty("share", why.share().toPlainString());
            json.writeArrayPropertyStart("facts");
            for (Why.Fact fact : why.facts()) {
                json.writeStartArray();
                json.writeString(fact.key());
                json.writeString(fact.label());
                json.writeString(fact.value().toPlainString());
                json.writeString(fact.date() == null ? "" : fact.date().toString());
                json.writeString(fact.source());
                json.writeString(fact.mark());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("steps");
            for (Why.Step step : why.steps()) {
                json.writeStartArray();
                json.writeString(step.text());
                json.writeString(step.amount().toPlainString());
                json.writeNumber(step.depth());
                json.writeString(step.marks());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("warnings");
            why.warnings().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    static Why read(String text) {
        JsonNode json = MAPPER.readTree(text);
        List<Why.Fact> facts = new ArrayList<>();
        json.path("facts")
                .forEach(fact -> facts.add(new Why.Fact(
                        fact.path(0).asString(),
                        fact.path(1).asString(),
                        new BigDecimal(fact.path(2).asString()),
                        date(fact.path(3).asString()),
                        fact.path(4).asString(),
                        fact.path(5).asString())));
        List<Why.Step> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(new Why.Step(
                        step.path(0).asString(),
                        new BigDecimal(step.path(1).asString()),
                        step.path(2).asInt(),
                        step.path(3).asString())));
        List<String> warnings = new ArrayList<>();
        json.path("warnings").forEach(warning -> warnings.add(warning.asString()));
        return new Why(
                json.path("tariff").asString(),
                json.has("version") ? json.path("version").asLong() : null,
                json.path("rule").asString(),
                json.path("act").asString(),
                new BigDecimal(json.path("share").asString()),
                facts,
                steps,
                warnings);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
