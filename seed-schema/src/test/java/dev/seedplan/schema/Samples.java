package dev.seedplan.schema;

import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import java.util.List;

/** Snapshots for tests. */
final class Samples {

    static final TypeRef BIGINT = new TypeRef("bigint", pg("int8"), false, -1);
    static final TypeRef TEXT = new TypeRef("text", pg("text"), false, -1);

    private Samples() {}

    static QName pg(String name) {
        return new QName("pg_catalog", name);
    }

    static QName pub(String name) {
        return new QName("public", name);
    }

    static Column column(String name) {
        return new Column(name, TEXT, false, null, Identity.NONE, null, false, null, null, null);
    }

    static Table table(QName name, String... columns) {
        return tableOf(name, List.of(columns).stream().map(Samples::column).toList());
    }

    static Table tableOf(QName name, List<Column> columns) {
        return new Table(
                name,
                Table.Kind.ORDINARY,
                false,
                null,
                null,
                null,
                List.of(),
                columns,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                null,
                null);
    }

    static UserType enumType(QName name, String... labels) {
        return new UserType.EnumType(name, List.of(labels), null, null);
    }

    static Snapshot snapshot(List<Table> tables, List<UserType> types) {
        return new Snapshot(
                1, "18.6", "public", List.of("public"), List.of(), types, List.of(), List.of(), tables, List.of());
    }

    /** One of everything, each field at a value that is not its default. */
    static Snapshot everything() {
        Table posts = new Table(
                new QName("a.b", "po\"sts"),
                Table.Kind.PARTITIONED,
                true,
                "RANGE (id)",
                pub("parent"),
                "FOR VALUES FROM (1) TO (10)",
                List.of(pub("base")),
                List.of(
                        new Column(
                                "id",
                                BIGINT,
                                true,
                                "7",
                                Identity.BY_DEFAULT,
                                null,
                                false,
                                null,
                                pub("posts_id_seq"),
                                "say \"id\"\n\\ü\u2028\u0001"),
                        new Column(
                                "tags",
                                new TypeRef("character varying(40)[]", pg("varchar"), true, 44),
                                false,
                                null,
                                Identity.NONE,
                                "lower(x)",
                                true,
                                pg("C"),
                                null,
                                null)),
                List.of(
                        new Constraint.PrimaryKey("pk", List.of("id"), Deferral.DEFERRED, "PRIMARY KEY (id)", "key"),
                        new Constraint.Unique("uq", List.of("tags"), true, Deferral.DEFERRABLE, "UNIQUE …", null),
                        new Constraint.ForeignKey(
                                "fk",
                                List.of("id"),
                                pub("users"),
                                List.of("id"),
                                Match.FULL,
                                Action.SET_NULL,
                                Action.CASCADE,
                                false,
                                Deferral.NOT_DEFERRABLE,
                                "FOREIGN KEY …",
                                null),
                        new Constraint.Check(
                                "ck", List.of("id"), "(id > 0)", false, true, Deferral.NOT_DEFERRABLE, "CHECK …", null),
                        new Constraint.Exclusion("ex", List.of("id"), Deferral.NOT_DEFERRABLE, "EXCLUDE …", null)),
                List.of(new Index(
                        "ix",
                        "btree",
                        true,
                        true,
                        "pk",
                        List.of(new Index.Key("id", null), new Index.Key(null, "lower(t)")),
                        List.of("tags"),
                        "id > 3",
                        true,
                        "CREATE UNIQUE INDEX …",
                        "index")),
                List.of(new Table.Trigger("tr", pub("touch"), "O", "CREATE TRIGGER …")),
                List.of("CREATE RULE …"),
                true,
                true,
                List.of(new Table.Policy("po", "SELECT", false, List.of("PUBLIC"), "true", "false")),
                "table comment",
                null);
        return new Snapshot(
                1,
                "18.6",
                "public",
                List.of("a.b", "public"),
                List.of(new Snapshot.Extension("citext", "public", "1.6")),
                List.of(
                        new UserType.BaseType(pub("citext"), "base", "citext"),
                        new UserType.CompositeType(
                                pub("comp"), List.of(new UserType.Attribute("x", TEXT, pg("C"))), "comp", null),
                        new UserType.DomainType(
                                pub("email"),
                                TEXT,
                                true,
                                "'x'::text",
                                pg("C"),
                                List.of(new UserType.DomainCheck("c", "VALUE ~ '@'", false)),
                                "domain",
                                null),
                        new UserType.EnumType(pub("mood"), List.of("sad", "ok"), "enum", null),
                        new UserType.RangeType(pub("spans"), BIGINT, pub("multispans"), "range", null)),
                List.of(new Snapshot.Sequence(
                        pub("posts_id_seq"),
                        "bigint",
                        5,
                        1,
                        Long.MAX_VALUE,
                        3,
                        true,
                        new QName("a.b", "po\"sts"),
                        "id")),
                List.of(
                        new Snapshot.Function(pub("f"), "a integer", "integer", "sql", "i", "00ff", "SELECT 1", null),
                        new Snapshot.Function(pub("g"), "", null, "c", "v", "00ff", null, "citext")),
                List.of(posts),
                List.of(pub("v")));
    }
}
