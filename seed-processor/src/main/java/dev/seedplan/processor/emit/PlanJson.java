package dev.seedplan.processor.emit;

import dev.seedplan.processor.check.CheckedPlan;
import dev.seedplan.processor.check.Count;
import dev.seedplan.processor.check.Link;
import dev.seedplan.processor.check.Step;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes what stands in {@code META-INF/seedplan/plans}: a plan for tools that do not load classes. One file a plan. */
public final class PlanJson {

    private PlanJson() {}

    /** {@return where the file of a plan stands} */
    public static String path(String binaryName) {
        return "META-INF/seedplan/plans/" + binaryName + ".json";
    }

    /** {@return the text of the file} */
    public static String of(CheckedPlan plan, String binaryName, String version) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
            json.writeStartObject();
            json.writeStringProperty("plan", binaryName);
            json.writeStringProperty("program", ProgramName.of(plan.type()).reflectionName());
            json.writeStringProperty("version", version);
            json.writeNumberProperty("seed", plan.seed());
            json.writeStringProperty("at", plan.at());
            json.writeStringProperty("locale", plan.locale());
            json.writeStringProperty("rows", plan.schema().name());
            json.writeStringProperty("schemaHash", plan.schema().hash());
            json.writeArrayPropertyStart("tables");
            plan.tables().forEach(table -> json.writeString(table.name().toString()));
            json.writeEndArray();
            json.writeArrayPropertyStart("steps");
            plan.steps().forEach(step -> step(json, step));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("method", step.method().name());
        json.writeStringProperty("table", step.method().table().name().toString());
        if (step.count() instanceof Count.Fixed fixed) {
            json.writeNumberProperty("rows", fixed.rows());
            if (fixed.small() >= 0) {
                json.writeNumberProperty("small", fixed.small());
            }
            if (fixed.large() >= 0) {
                json.writeNumberProperty("large", fixed.large());
            }
        } else if (step.count() instanceof Count.Pool pool) {
            json.writeStringProperty("from", pool.field());
            json.writeNumberProperty("atMost", pool.atMost());
        } else if (step.count() instanceof Count.PerParent per) {
            json.writeNumberProperty("min", per.min());
            json.writeNumberProperty("max", per.max());
            json.writeStringProperty("shape", per.shape());
            json.writeNumberProperty("total", per.total());
        } else if (step.count() instanceof Count.Pairs pairs) {
            json.writeNumberProperty("density", pairs.density());
            json.writeStringProperty("spread", pairs.spread());
            json.writeBooleanProperty("orphans", pairs.orphans());
        }
        json.writeArrayPropertyStart("parents");
        for (Link link : step.links()) {
            json.writeStartObject();
            json.writeStringProperty("role", link.role().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("table", link.parent().name().toString());
            json.writeStringProperty("foreignKey", link.key().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance())
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        }
    }
}
