package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;

/** Finds columns that every row needs a value for and that neither the plan nor the server can give one. */
final class Fillable {

    private final SchemaPackage schema;
    private final PlanReports reports;

    Fillable(SchemaPackage schema, PlanReports reports) {
        this.schema = schema;
        this.reports = reports;
    }

    void check(RowMethod method) {
        for (Column column : method.table().columns()) {
            ColumnType type = schema.types().of(column);
            boolean provided = !column.notNull()
                    || column.defaultExpression() != null
                    || type.domainDefault() != null
                    || column.isGenerated()
                    || column.identity() != Identity.NONE;
            if (type.kind() == SqlKind.UNTYPED && !provided) {
                reports.error(
                        Place.of(method.element()),
                        ProcessorError.NO_VALUE.message(method.name() + " fills "
                                + schema.shortName(method.table().name()) + ", whose column " + column.name() + " is "
                                + column.type().sql() + ", NOT NULL and without a default"));
            }
        }
    }
}
