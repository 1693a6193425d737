package dev.seedplan.schema;

import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the model from a tree of JSON; strict, since a field it does not know could be one that matters. */
final class SnapshotReader {

    private final String file;

    SnapshotReader(String file) {
        this.file = file;
    }

    Snapshot snapshot(JsonTree.JsonObject root) {
        Fields in = new Fields(root, file);
        long format = in.number("format");
        if (format > Snapshot.FORMAT) {
            throw new SnapshotException.TooNew(file, format);
        }
        if (format < 1) {
            throw in.malformed(root, "format " + format + " never existed");
        }
        Snapshot snapshot = new Snapshot(
                (int) format,
                in.text("serverVersion"),
                in.text("defaultSchema"),
                in.texts("schemas"),
                in.list("extensions", this::extension),
                in.list("types", this::type),
                in.list("sequences", this::sequence),
                in.list("functions", this::function),
                in.list("tables", this::table),
                in.names("views"));
        in.end();
        return snapshot;
    }

    private Snapshot.Extension extension(Fields in) {
        return new Snapshot.Extension(in.text("name"), in.text("schema"), in.text("version"));
    }

    private UserType type(Fields in) {
        QName name = in.name("name");
        return switch (in.oneOf("kind", TypeKind.class)) {
            case ENUM -> new UserType.EnumType(name, in.texts("labels"), in.textOrNull("comment"), owner(in));
            case DOMAIN ->
                new UserType.DomainType(
                        name,
                        typeRef(in.object("base")),
                        in.flag("notNull"),
                        in.textOrNull("default"),
                        in.nameOrNull("collation"),
                        in.list(
                                "checks",
                                c -> new UserType.DomainCheck(
                                        c.text("name"), c.text("expression"), !c.flag("notValidated"))),
                        in.textOrNull("comment"),
                        owner(in));
            case COMPOSITE ->
                new UserType.CompositeType(
                        name, in.list("attributes", this::attribute), in.textOrNull("comment"), owner(in));
            case RANGE ->
                new UserType.RangeType(
                        name,
                        typeRef(in.object("subtype")),
                        in.nameOrNull("multirange"),
                        in.textOrNull("comment"),
                        owner(in));
            case BASE -> new UserType.BaseType(name, in.textOrNull("comment"), owner(in));
        };
    }

    private static @Nullable String owner(Fields in) {
        return in.textOrNull("extension");
    }

    private UserType.Attribute attribute(Fields in) {
        return new UserType.Attribute(in.text("name"), typeRef(in.object("type")), in.nameOrNull("collation"));
    }

    private TypeRef typeRef(Fields in) {
        TypeRef type =
                new TypeRef(in.text("sql"), in.name("element"), in.flag("array"), in.smallNumber("modifier", -1));
        in.end();
        return type;
    }

    private Snapshot.Sequence sequence(Fields in) {
        return new Snapshot.Sequence(
                in.name("name"),
                in.text("type"),
                in.number("start"),
                in.number("minimum"),
                in.number("maximum"),
                in.number("increment"),
                in.flag("cycles"),
                in.nameOrNull("ownedBy"),
                in.textOrNull("ownedByColumn"));
    }

    private Snapshot.Function function(Fields in) {
        return new Snapshot.Function(
                in.name("name"),
                in.text("arguments"),
                in.textOrNull("result"),
                in.text("language"),
                in.text("volatility"),
                in.text("bodyHash"),
                in.textOrNull("body"),
                owner(in));
    }

    private Table table(Fields in) {
        return new Table(
                in.name("name"),
                in.oneOf("kind", Table.Kind.class),
                in.flag("unlogged"),
                in.textOrNull("partitioning"),
                in.nameOrNull("partitionOf"),
                in.textOrNull("partitionBound"),
                in.names("inherits"),
                in.list("columns", this::column),
                in.list("constraints", this::constraint),
                in.list("indexes", this::index),
                in.list("triggers", this::trigger),
                in.texts("rules"),
                in.flag("rowSecurity"),
                in.flag("forceRowSecurity"),
                in.list("policies", this::policy),
                in.textOrNull("comment"),
                owner(in));
    }

    private Column column(Fields in) {
        return new Column(
                in.text("name"),
                typeRef(in.object("type")),
                in.flag("notNull"),
                in.textOrNull("default"),
                in.oneOf("identity", Identity.class, Identity.NONE),
                in.textOrNull("generated"),
                in.flag("stored"),
                in.nameOrNull("collation"),
                in.nameOrNull("sequence"),
                in.textOrNull("comment"));
    }

    private Constraint constraint(Fields in) {
        String name = in.text("name");
        List<String> columns = in.texts("columns");
        Deferral deferral = in.oneOf("deferral", Deferral.class, Deferral.NOT_DEFERRABLE);
        String definition = in.text("definition");
        String comment = in.textOrNull("comment");
        return switch (in.oneOf("kind", ConstraintKind.class)) {
            case PRIMARY_KEY -> new Constraint.PrimaryKey(name, columns, deferral, definition, comment);
            case UNIQUE ->
                new Constraint.Unique(name, columns, in.flag("nullsNotDistinct"), deferral, definition, comment);
            case FOREIGN_KEY ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        in.name("references"),
                        in.texts("referencedColumns"),
                        in.oneOf("match", Match.class, Match.SIMPLE),
                        in.oneOf("onUpdate", Action.class, Action.NO_ACTION),
                        in.oneOf("onDelete", Action.class, Action.NO_ACTION),
                        !in.flag("notValidated"),
                        deferral,
                        definition,
                        comment);
            case CHECK ->
                new Constraint.Check(
                        name,
                        columns,
                        in.text("expression"),
                        !in.flag("notValidated"),
                        in.flag("noInherit"),
                        deferral,
                        definition,
                        comment);
            case EXCLUSION -> new Constraint.Exclusion(name, columns, deferral, definition, comment);
        };
    }

    private Index index(Fields in) {
        return new Index(
                in.text("name"),
                in.text("method"),
                in.flag("unique"),
                in.flag("primary"),
                in.textOrNull("constraint"),
                in.list("keys", k -> new Index.Key(k.textOrNull("column"), k.textOrNull("expression"))),
                in.texts("include"),
                in.textOrNull("predicate"),
                in.flag("nullsNotDistinct"),
                in.text("definition"),
                in.textOrNull("comment"));
    }

    private Table.Trigger trigger(Fields in) {
        return new Table.Trigger(in.text("name"), in.name("function"), in.text("enabled"), in.text("definition"));
    }

    private Table.Policy policy(Fields in) {
        return new Table.Policy(
                in.text("name"),
                in.text("command"),
                !in.flag("restrictive"),
                in.texts("roles"),
                in.textOrNull("using"),
                in.textOrNull("check"));
    }
}
