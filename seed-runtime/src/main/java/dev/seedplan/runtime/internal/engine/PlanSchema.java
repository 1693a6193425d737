package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.SnapshotFiles;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotException;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import dev.seedplan.spi.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The schema behind a program: its snapshot, or, for a program without one, what its own tables say. */
final class PlanSchema {

    private PlanSchema() {}

    static Snapshot of(SeedProgram program) {
        SnapshotFiles files = program.snapshot();
        try (InputStream in = files == null ? null : program.loader().getResourceAsStream(files.copy())) {
            return in == null
                    ? ofTables(program.spec())
                    : SnapshotJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SnapshotException e) {
            throw new IllegalStateException(
                    "the snapshot of plan " + program.spec().plan() + " cannot be read", e);
        }
    }

    private static Snapshot ofTables(PlanSpec plan) {
        List<UserType> types = new ArrayList<>();
        List<Table> tables = plan.tables().stream().map(t -> table(t, types)).toList();
        return new Snapshot(
                Snapshot.FORMAT, "", "public", List.of(), List.of(), types, List.of(), List.of(), tables, List.of());
    }

    private static Table table(TableSpec table, List<UserType> types) {
        List<Constraint> checks = new ArrayList<>();
        for (TableSpec.CheckSpec check : table.checks()) {
            checks.add(new Constraint.Check(
                    check.name(),
                    List.of(),
                    check.expression(),
                    true,
                    false,
                    Constraint.Deferral.NOT_DEFERRABLE,
                    "CHECK (" + check.expression() + ")",
                    null));
        }
        List<Index> keys = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            keys.add(key(table.name() + "_pkey", table.primaryKey(), true));
        }
        table.uniques().forEach(unique -> keys.add(key(unique.name(), unique.columns(), false)));
        return new Table(
                new QName(table.schema(), table.name()),
                Table.Kind.ORDINARY,
                false,
                null,
                null,
                null,
                List.of(),
                table.columns().stream().map(c -> column(table, c, types)).toList(),
                checks,
                keys,
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                null,
                null);
    }

    private static Index key(String name, List<String> columns, boolean primary) {
        return new Index(
                name,
                "btree",
                true,
                primary,
                name,
                columns.stream().map(c -> new Index.Key(c, null)).toList(),
                List.of(),
                null,
                false,
                "",
                null);
    }

    private static Column column(TableSpec table, ColumnSpec column, List<UserType> types) {
        return new Column(
                column.name(),
                type(table, column, types),
                column.notNull(),
                column.defaultExpression(),
                column.identity().isEmpty()
                        ? Identity.NONE
                        : Identity.valueOf(column.identity().replace(' ', '_')),
                column.generated() ? "NULL" : null,
                column.generated(),
                null,
                null,
                null);
    }

    private static TypeRef type(TableSpec table, ColumnSpec column, List<UserType> types) {
        Kind element = column.element();
        boolean array = column.kind() == Kind.ARRAY && element != null;
        Kind kind = array && element != null ? element : column.kind();
        if (kind == Kind.ENUM) {
            QName name = new QName(table.schema(), table.name() + "." + column.name());
            types.add(new UserType.EnumType(name, column.labels(), null, null));
            return new TypeRef(column.sqlType(), name, array, -1);
        }
        int modifier = column.precision() >= 0
                ? ((column.precision() << 16) | (column.scale() & 0x7ff)) + 4
                : column.maxLength() >= 0 ? column.maxLength() + 4 : -1;
        String name = kind == Kind.TEXT && column.maxLength() >= 0
                ? "varchar"
                : kind.name().toLowerCase(Locale.ROOT);
        return new TypeRef(column.sqlType(), new QName("pg_catalog", name), array, modifier);
    }
}
