package dev.seedplan.runtime.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a catalog is in its snapshot. */
class SnapshotContentTest extends IntrospectedDatabase {

    @Test
    void enums() {
        assertThat(snapshot.type(pub("mood")))
                .contains(new UserType.EnumType(
                        pub("mood"), List.of("sad", "meh", "ok", "very happy"), "How one feels", null));
    }

    @Test
    void domains() {
        TypeRef citext = new TypeRef("public.citext", pub("citext"), false, -1);
        assertThat(snapshot.type(pub("email")))
                .contains(new UserType.DomainType(
                        pub("email"),
                        citext,
                        true,
                        "'a@b'::public.citext",
                        null,
                        List.of(new UserType.DomainCheck(
                                "has_at", "(VALUE OPERATOR(public.~) '@'::public.citext)", true)),
                        null,
                        null));
        UserType.DomainType work =
                (UserType.DomainType) snapshot.type(pub("work_email")).orElseThrow();
        assertThat(work.base()).isEqualTo(new TypeRef("public.email", pub("email"), false, -1));
        assertThat(work.checks()).extracting(UserType.DomainCheck::name).containsExactly("a_short", "b_long");
        UserType.DomainType code =
                (UserType.DomainType) snapshot.type(pub("code")).orElseThrow();
        assertThat(code.collation()).isEqualTo(pg("C"));
        assertThat(code.base().maxLength()).isEqualTo(10);
    }

    @Test
    void compositesRangesAndBaseTypesOfExtensions() {
        UserType.CompositeType point =
                (UserType.CompositeType) snapshot.type(pub("point3")).orElseThrow();
        assertThat(point.comment()).isEqualTo("A point");
        assertThat(point.attributes())
                .containsExactly(
                        new UserType.Attribute("x", new TypeRef("numeric(5,2)", pg("numeric"), false, 327686), null),
                        new UserType.Attribute("y", new TypeRef("double precision", pg("float8"), false, -1), null),
                        new UserType.Attribute("label", new TypeRef("text", pg("text"), false, -1), pg("C")));
        UserType.RangeType span =
                (UserType.RangeType) snapshot.type(pub("float_span")).orElseThrow();
        assertThat(span.subtype().element()).isEqualTo(pg("float8"));
        assertThat(snapshot.type(pub("hstore"))).contains(new UserType.BaseType(pub("hstore"), null, "hstore"));
        assertThat(snapshot.types().stream().map(t -> t.name().name()))
                .as("of extensions only what is used, and no arrays or multiranges")
                .containsExactly(
                        "level", "citext", "code", "email", "float_span", "hstore", "mood", "point3", "work_email");
    }

    @Test
    void columnsWithTypes() {
        assertType("varchar", "name", "character varying(40)", false);
        assertType("bpchar", "Name", "character(3)", false);
        assertType("timestamptz", "joined_at", "timestamp(3) with time zone", false);
        assertType("interval", "wait", "interval day to second(2)", false);
        assertType("text", "words", "text[]", true);
        assertType("int2vector", "vec", "int2vector", false);
        assertType("varbit", "bits", "bit varying(7)", false);
        assertThat(column("moods").type()).isEqualTo(new TypeRef("public.mood[]", pub("mood"), true, -1));
        assertThat(column("codes").type().element()).isEqualTo(pub("code"));
        assertThat(column("codes").type().array()).isTrue();
        assertThat(column("name").type().maxLength()).isEqualTo(40);
        assertThat(column("select").type().precision()).isEqualTo(10);
        assertThat(column("select").type().scale()).isEqualTo(2);
        assertThat(column("tiny").type().scale()).isEqualTo(-2);
    }

    @Test
    void columnsWithTheRest() {
        assertThat(users().columns())
                .extracting(Column::name)
                .doesNotContain("dropped")
                .contains("Name", "select");
        assertThat(column("id").identity()).isEqualTo(Identity.ALWAYS);
        assertThat(column("id").sequence()).isEqualTo(pub("users_id_seq"));
        assertThat(column("by_default").identity()).isEqualTo(Identity.BY_DEFAULT);
        assertThat(column("serial_id").defaultExpression())
                .isEqualTo("nextval('public.users_serial_id_seq'::regclass)");
        assertThat(column("serial_id").sequence()).isEqualTo(pub("users_serial_id_seq"));
        assertThat(column("ticket_no").sequence()).isEqualTo(pub("ticket"));
        assertThat(column("name").notNull()).isTrue();
        assertThat(column("nick").notNull()).isFalse();
        assertThat(column("work").notNull())
                .as("through the domain of its domain")
                .isTrue();
        assertThat(column("name").collation()).isEqualTo(pg("C"));
        assertThat(column("name").comment()).isEqualTo("The name; not unique */ @see x");
        assertThat(column("lower_name").generated()).isEqualTo("lower((name)::text)");
        assertThat(column("lower_name").generatedStored()).isTrue();
        assertThat(column("lower_name").defaultExpression()).isNull();
        assertThat(column("born").defaultExpression()).isEqualTo("'1970-01-01'::date");
        assertThat(column("wait").defaultExpression()).isEqualTo("'1 day 02:00:00'::interval day to second(2)");
        assertThat(column("blob").defaultExpression()).isEqualTo("'\\x00ff'::bytea");
        assertThat(column("moods").defaultExpression()).isEqualTo("'{sad,\"very happy\"}'::public.mood[]");
        assertThat(users().comment()).as("line ends as on Unix").isEqualTo("People\nand others");
    }

    @Test
    void keysAndUniqueConstraints() {
        assertThat(users().primaryKey())
                .contains(new Constraint.PrimaryKey(
                        "users_pkey", List.of("id"), Deferral.NOT_DEFERRABLE, "PRIMARY KEY (id)", null));
        assertThat(constraint(users(), "users_name_key"))
                .isEqualTo(new Constraint.Unique(
                        "users_name_key",
                        List.of("name", "active"),
                        false,
                        Deferral.DEFERRED,
                        "UNIQUE (name, active) DEFERRABLE INITIALLY DEFERRED",
                        null));
        assertThat(table("My Schema", "Odd.Table").primaryKey().orElseThrow().columns())
                .containsExactly("ä", "a b");
    }

    @Test
    void foreignKeys() {
        Constraint.ForeignKey pair = (Constraint.ForeignKey) constraint(table("My Schema", "child"), "pair");
        assertThat(pair.columns()).containsExactly("b", "a");
        assertThat(pair.references()).isEqualTo(new QName("My Schema", "Odd.Table"));
        assertThat(pair.referencedColumns()).containsExactly("ä", "a b");
        assertThat(pair.match()).isEqualTo(Match.FULL);
        assertThat(pair.onUpdate()).isEqualTo(Action.CASCADE);
        assertThat(pair.onDelete()).isEqualTo(Action.SET_DEFAULT);
        assertThat(pair.deferral()).isEqualTo(Deferral.DEFERRABLE);
        assertThat(pair.validated()).isFalse();
        Constraint.ForeignKey auth = users().foreignKeys().get(0);
        assertThat(auth.references()).isEqualTo(new QName("auth", "users"));
        assertThat(auth.onDelete()).isEqualTo(Action.SET_NULL);
        assertThat(auth.onUpdate()).isEqualTo(Action.NO_ACTION);
        assertThat(auth.match()).isEqualTo(Match.SIMPLE);
        assertThat(auth.validated()).isTrue();
        assertThat(table("public", "note").foreignKeys())
                .as("one, not one per partition of the referenced table")
                .hasSize(1);
    }

    @Test
    void checksAndExclusions() {
        assertThat(constraint(users(), "positive"))
                .isEqualTo(new Constraint.Check(
                        "positive",
                        List.of("select", "active"),
                        "((\"select\" > (0)::numeric) OR active)",
                        true,
                        false,
                        Deferral.NOT_DEFERRABLE,
                        "CHECK (((\"select\" > (0)::numeric) OR active))",
                        "must be"));
        assertThat(((Constraint.Check) constraint(users(), "named")).noInherit())
                .isTrue();
        assertThat(((Constraint.Check) constraint(users(), "later")).validated())
                .isFalse();
        assertThat(constraint(table("My Schema", "child"), "no_overlap"))
                .isEqualTo(new Constraint.Exclusion(
                        "no_overlap",
                        List.of("room", "during"),
                        Deferral.NOT_DEFERRABLE,
                        "EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0))",
                        null));
        assertThat(users().constraints())
                .as("NOT NULL is no constraint of its own")
                .noneMatch(c -> c.definition().startsWith("NOT NULL"));
    }

    @Test
    void indexes() {
        assertThat(index("users_pkey"))
                .isEqualTo(new Index(
                        "users_pkey",
                        "btree",
                        true,
                        true,
                        "users_pkey",
                        List.of(new Index.Key("id", null)),
                        List.of(),
                        null,
                        false,
                        "CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)",
                        null));
        assertThat(index("users_expression").keys())
                .containsExactly(
                        new Index.Key(null, "lower((name)::text)"),
                        new Index.Key(null, "((tiny + (1)::numeric))"),
                        new Index.Key("nick", null));
        assertThat(index("users_expression").predicate()).isEqualTo("active");
        assertThat(index("users_expression").unique()).isFalse();
        assertThat(index("users_include").include()).containsExactly("born", "name");
        assertThat(index("users_include").comment()).isEqualTo("covering");
        assertThat(index("users_include").constraint()).isNull();
        assertThat(index("users_hash").method()).isEqualTo("hash");
        assertThat(index("users_name_key").constraint()).isEqualTo("users_name_key");
    }

    @Test
    void triggersRulesAndPolicies() {
        assertThat(users().triggers())
                .containsExactly(
                        new Table.Trigger(
                                "checked",
                                pub("touch"),
                                "O",
                                "CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON public.users DEFERRABLE INITIALLY"
                                        + " DEFERRED FOR EACH ROW EXECUTE FUNCTION public.touch()"),
                        new Table.Trigger(
                                "off_now",
                                pub("touch"),
                                "D",
                                "CREATE TRIGGER off_now AFTER DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION"
                                        + " public.touch()"),
                        new Table.Trigger(
                                "touched",
                                pub("touch"),
                                "O",
                                "CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE"
                                        + " FUNCTION public.touch()"));
        assertThat(users().rules()).singleElement().asString().startsWith("CREATE RULE no_delete AS");
        assertThat(users().rowSecurity()).isTrue();
        assertThat(users().forceRowSecurity()).isTrue();
        assertThat(users().policies().get(1))
                .isEqualTo(new Table.Policy(
                        "own", "UPDATE", true, List.of("PUBLIC"), "active", "((name)::text <> 'root'::text)"));
        Table.Policy everyone = users().policies().get(0);
        assertThat(everyone.permissive()).isFalse();
        assertThat(everyone.command()).isEqualTo("SELECT");
        assertThat(everyone.roles()).contains("pg_monitor").isSorted();
        assertThat(everyone.check()).isNull();
    }

    @Test
    void kindsOfTables() {
        assertThat(table("public", "measure").kind()).isEqualTo(Table.Kind.PARTITIONED);
        assertThat(table("public", "remote").kind()).isEqualTo(Table.Kind.FOREIGN);
        assertThat(table("My Schema", "child").unlogged()).isTrue();
        assertThat(table("public", "heir").inherits()).containsExactly(pub("base"), pub("other_base"));
        assertThat(snapshot.table(new QName("seedplan", "run"))).isEmpty();
    }

    @Test
    void partitions() {
        assertThat(table("public", "measure").partitioning()).isEqualTo("RANGE (at)");
        Table year = table("public", "measure_2025");
        assertThat(year.partitionOf()).isEqualTo(pub("measure"));
        assertThat(year.partitionBound()).isEqualTo("FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')");
        assertThat(year.inherits()).isEmpty();
        assertThat(year.triggers()).as("the partitioned table's own").isEmpty();
        assertThat(table("public", "measure").triggers()).hasSize(1);
        Table nested = table("public", "measure_rest_0");
        assertThat(nested.partitionOf()).isEqualTo(pub("measure_rest"));
        Column id = nested.column("id").orElseThrow();
        assertThat(id.identity()).isEqualTo(Identity.ALWAYS);
        assertThat(id.sequence()).isEqualTo(pub("measure_id_seq"));
    }

    @Test
    void sequences() {
        assertThat(snapshot.sequences())
                .contains(new Snapshot.Sequence(
                        pub("ticket"), "integer", 100, 100, 9999, 5, true, pub("users"), "ticket_no"))
                .contains(new Snapshot.Sequence(
                        new QName("My Schema", "a.b"), "bigint", 1, 1, Long.MAX_VALUE, 1, false, null, null));
    }

    @Test
    void functions() {
        assertThat(snapshot.functions())
                .extracting(f -> f.name().name() + "(" + f.arguments() + ") " + f.result() + " " + f.language() + " "
                        + f.volatility() + " " + f.body())
                .containsExactly(
                        "nothing(INOUT a integer) null plpgsql v null",
                        "total(integer) integer internal i null",
                        "touch() trigger plpgsql v null",
                        "twice(a integer, b text) integer sql i SELECT 2 * a",
                        "two_statements() integer sql s null");
        assertThat(snapshot.functions()).allMatch(f -> f.bodyHash().matches("[0-9a-f]{64}"));
    }
}
