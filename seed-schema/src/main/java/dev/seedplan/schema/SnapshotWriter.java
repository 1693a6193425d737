package dev.seedplan.schema;

import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;

/** Gives a snapshot's fields to a {@link JsonText}, in the order in which they stand in the file. */
final class SnapshotWriter {

    private final JsonText out;

    private SnapshotWriter(JsonText out) {
        this.out = out;
    }

    static void write(Snapshot snapshot, JsonText out) {
        SnapshotWriter writer = new SnapshotWriter(out);
        out.block(() -> {
            out.field("format", snapshot.format());
            out.field("serverVersion", snapshot.serverVersion());
            out.field("defaultSchema", snapshot.defaultSchema());
            out.strings("schemas", snapshot.schemas());
            out.list("extensions", snapshot.extensions(), writer::extension);
            out.list("types", snapshot.types(), writer::type);
            out.list("sequences", snapshot.sequences(), writer::sequence);
            out.list("functions", snapshot.functions(), writer::function);
            out.list("tables", snapshot.tables(), writer::table);
            out.stringLines(
                    "views", snapshot.views().stream().map(QualifiedText::of).toList());
        });
    }

    private void extension(Snapshot.Extension extension) {
        out.inline(() -> {
            out.field("name", extension.name());
            out.field("schema", extension.schema());
            out.field("version", extension.version());
        });
    }

    private void type(UserType type) {
        out.inline(() -> {
            out.field("kind", TypeKind.of(type));
            out.field("name", type.name());
            switch (TypeKind.of(type)) {
                case ENUM -> out.strings("labels", ((UserType.EnumType) type).labels());
                case DOMAIN -> domain((UserType.DomainType) type);
                case COMPOSITE ->
                    out.list("attributes", ((UserType.CompositeType) type).attributes(), this::attribute, false);
                case RANGE -> {
                    UserType.RangeType range = (UserType.RangeType) type;
                    out.field("subtype", () -> typeRef(range.subtype()));
                    out.optional("multirange", range.multirange());
                }
                case BASE -> {}
            }
            out.optional("comment", type.comment());
            out.optional("extension", type.extension());
        });
    }

    private void domain(UserType.DomainType domain) {
        out.field("base", () -> typeRef(domain.base()));
        out.flag("notNull", domain.notNull());
        out.optional("default", domain.defaultExpression());
        out.optional("collation", domain.collation());
        out.list(
                "checks",
                domain.checks(),
                check -> out.inline(() -> {
                    out.field("name", check.name());
                    out.field("expression", check.expression());
                    out.flag("notValidated", !check.validated());
                }),
                false);
    }

    private void attribute(UserType.Attribute attribute) {
        out.inline(() -> {
            out.field("name", attribute.name());
            out.field("type", () -> typeRef(attribute.type()));
            out.optional("collation", attribute.collation());
        });
    }

    private void typeRef(TypeRef type) {
        out.inline(() -> {
            out.field("sql", type.sql());
            out.field("element", type.element());
            out.flag("array", type.array());
            if (type.modifier() >= 0) {
                out.field("modifier", type.modifier());
            }
        });
    }

    private void sequence(Snapshot.Sequence sequence) {
        out.inline(() -> {
            out.field("name", sequence.name());
            out.field("type", sequence.type());
            out.field("start", sequence.start());
            out.field("minimum", sequence.minimum());
            out.field("maximum", sequence.maximum());
            out.field("increment", sequence.increment());
            out.flag("cycles", sequence.cycles());
            out.optional("ownedBy", sequence.ownedBy());
            out.optional("ownedByColumn", sequence.ownedByColumn());
        });
    }

    private void function(Snapshot.Function function) {
        out.inline(() -> {
            out.field("name", function.name());
            out.field("arguments", function.arguments());
            out.optional("result", function.result());
            out.field("language", function.language());
            out.field("volatility", function.volatility());
            out.field("bodyHash", function.bodyHash());
            out.optional("body", function.body());
            out.optional("extension", function.extension());
        });
    }

    private void table(Table table) {
        out.block(() -> {
            out.field("name", table.name());
            out.field("kind", table.kind());
            out.flag("unlogged", table.unlogged());
            out.optional("partitioning", table.partitioning());
            out.optional("partitionOf", table.partitionOf());
            out.optional("partitionBound", table.partitionBound());
            out.strings(
                    "inherits", table.inherits().stream().map(QualifiedText::of).toList());
            out.optional("comment", table.comment());
            out.optional("extension", table.extension());
            out.list("columns", table.columns(), this::column);
            out.list("constraints", table.constraints(), this::constraint);
            out.list("indexes", table.indexes(), this::index);
            out.list("triggers", table.triggers(), this::trigger);
            out.stringLines("rules", table.rules());
            out.flag("rowSecurity", table.rowSecurity());
            out.flag("forceRowSecurity", table.forceRowSecurity());
            out.list("policies", table.policies(), this::policy);
        });
    }

    private void column(Column column) {
        out.inline(() -> {
            out.field("name", column.name());
            out.field("type", () -> typeRef(column.type()));
            out.flag("notNull", column.notNull());
            out.optional("default", column.defaultExpression());
            if (column.identity() != Identity.NONE) {
                out.field("identity", column.identity());
            }
            out.optional("generated", column.generated());
            out.flag("stored", column.generatedStored());
            out.optional("collation", column.collation());
            out.optional("sequence", column.sequence());
            out.optional("comment", column.comment());
        });
    }

    private void constraint(Constraint constraint) {
        out.inline(() -> {
            out.field("kind", ConstraintKind.of(constraint));
            out.field("name", constraint.name());
            switch (ConstraintKind.of(constraint)) {
                case PRIMARY_KEY -> out.strings("columns", ((Constraint.PrimaryKey) constraint).columns());
                case UNIQUE -> {
                    Constraint.Unique unique = (Constraint.Unique) constraint;
                    out.strings("columns", unique.columns());
                    out.flag("nullsNotDistinct", unique.nullsNotDistinct());
                }
                case FOREIGN_KEY -> foreignKey((Constraint.ForeignKey) constraint);
                case CHECK -> {
                    Constraint.Check check = (Constraint.Check) constraint;
                    out.strings("columns", check.columns());
                    out.field("expression", check.expression());
                    out.flag("notValidated", !check.validated());
                    out.flag("noInherit", check.noInherit());
                }
                case EXCLUSION -> out.strings("columns", ((Constraint.Exclusion) constraint).columns());
            }
            if (constraint.deferral() != Deferral.NOT_DEFERRABLE) {
                out.field("deferral", constraint.deferral());
            }
            out.field("definition", constraint.definition());
            out.optional("comment", constraint.comment());
        });
    }

    private void foreignKey(Constraint.ForeignKey key) {
        out.strings("columns", key.columns());
        out.field("references", key.references());
        out.strings("referencedColumns", key.referencedColumns());
        if (key.match() != Match.SIMPLE) {
            out.field("match", key.match());
        }
        if (key.onUpdate() != Action.NO_ACTION) {
            out.field("onUpdate", key.onUpdate());
        }
        if (key.onDelete() != Action.NO_ACTION) {
            out.field("onDelete", key.onDelete());
        }
        out.flag("notValidated", !key.validated());
    }

    private void index(Index index) {
        out.inline(() -> {
            out.field("name", index.name());
            out.field("method", index.method());
            out.flag("unique", index.unique());
            out.flag("primary", index.primary());
            out.optional("constraint", index.constraint());
            out.list(
                    "keys",
                    index.keys(),
                    key -> out.inline(() -> {
                        out.optional("column", key.column());
                        out.optional("expression", key.expression());
                    }),
                    false);
            out.strings("include", index.include());
            out.optional("predicate", index.predicate());
            out.flag("nullsNotDistinct", index.nullsNotDistinct());
            out.field("definition", index.definition());
            out.optional("comment", index.comment());
        });
    }

    private void trigger(Table.Trigger trigger) {
        out.inline(() -> {
            out.field("name", trigger.name());
            out.field("function", trigger.function());
            out.field("enabled", trigger.enabled());
            out.field("definition", trigger.definition());
        });
    }

    private void policy(Table.Policy policy) {
        out.inline(() -> {
            out.field("name", policy.name());
            out.field("command", policy.command());
            out.flag("restrictive", !policy.permissive());
            out.strings("roles", policy.roles());
            out.optional("using", policy.using());
            out.optional("check", policy.check());
        });
    }
}
