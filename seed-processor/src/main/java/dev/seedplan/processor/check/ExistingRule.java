package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule of {@code @Existing}: its condition is SQL and the server's to judge, its other values are checked here. */
final class ExistingRule {

    private final SchemaPackage schema;
    private final PlanReports reports;
    private final ForeignKeys keys;

    ExistingRule(SchemaPackage schema, PlanReports reports, ForeignKeys keys) {
        this.schema = schema;
        this.reports = reports;
        this.keys = keys;
    }

    Link.ExistingRows of(AnnotationUse use, Table parent) {
        int limit = (int) use.number("limit");
        if (limit < 1) {
            reports.error(use.at("limit"), ProcessorError.BAD_EXISTING.message("limit is " + limit));
        }
        String without = use.text("without");
        if (!without.isEmpty()) {
            without(use, without, parent);
        }
        return new Link.ExistingRows(use.text("where"), limit, without);
    }

    private void without(AnnotationUse use, String without, Table parent) {
        int dot = without.lastIndexOf('.');
        if (dot < 1) {
            reports.error(
                    use.at("without"),
                    ProcessorError.BAD_EXISTING.message("without is \"" + without + "\", which is no table.column"));
            return;
        }
        String tableName = without.substring(0, dot);
        Table table = table(tableName);
        if (table == null) {
            List<String> names = schema.snapshot().tables().stream()
                    .map(t -> schema.shortName(t.name()))
                    .toList();
            reports.error(
                    use.at("without"),
                    ProcessorError.BAD_EXISTING.message(
                            "there is no table \"" + tableName + "\"; " + Suggestions.of(tableName, names)));
            return;
        }
        // Says what is wrong itself where the column leads nowhere.
        keys.of(without.substring(dot + 1), table, parent, use.at("without"));
    }

    private @Nullable Table table(String text) {
        int dot = text.indexOf('.');
        Optional<Table> plain = schema.table(new QName(schema.snapshot().defaultSchema(), text));
        return plain.or(() -> dot < 1
                        ? Optional.empty()
                        : schema.table(new QName(text.substring(0, dot), text.substring(dot + 1))))
                .orElse(null);
    }
}
