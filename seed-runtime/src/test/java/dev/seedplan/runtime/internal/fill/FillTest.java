package dev.seedplan.runtime.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys, references and their limits, on a real server. */
class FillTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void everyTableOfAPlainSchemaGetsItsRows() {
        database.execute("""
                create table author (id bigint generated always as identity primary key, email text not null unique, name text not null);
                create table book (id serial primary key, author_id bigint not null references author, editor_id bigint references author,
                    isbn uuid not null unique, title varchar(40) not null, price numeric(4,4) not null, tags text[]);
                create table tag (slug varchar(12) primary key);
                create table book_tag (book_id int references book, tag_slug varchar(12) references tag, primary key (book_id, tag_slug));
                create table log (at timestamptz, note jsonb);
                """);
        FillSummary summary = fill().run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(rows(summary))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "public.author",
                        20L,
                        "public.book",
                        20L,
                        "public.tag",
                        20L,
                        "public.book_tag",
                        20L,
                        "public.log",
                        20L));
        assertThat(database.query("insert into author (email, name) values ('x', 'y') returning id"))
                .containsExactly(List.of("21"));
    }

    @Test
    void theSameSeedGivesTheSameRowsAndAnotherOneOthers() {
        String schema = "create table t (id uuid primary key, a int not null, b text, c timestamptz not null)";
        String sum = "select md5(string_agg(t::text, '' order by t::text)) from t";
        database.execute(schema);
        fill().run();
        var first = database.query(sum);
        database.execute("truncate t");
        fill().run();
        assertThat(database.query(sum)).isEqualTo(first);
        database.execute("truncate t");
        fill().seed(2).run();
        assertThat(database.query(sum)).isNotEqualTo(first);
    }

    @Test
    void aPatternWithoutADotIsAboutTheDefaultSchema() {
        database.execute("create schema auth; create table auth.users (id int primary key);"
                + " create table users (id int primary key)");
        assertThat(rows(fill().tables("users").run())).containsOnlyKeys("public.users");
        assertThat(rows(fill().exclude("users").run())).containsOnlyKeys("auth.users");
        assertThat(rows(fill().rows("*.users", 3).run())).containsOnlyKeys("auth.users", "public.users");
    }

    @Test
    void newBookingsAreApartFromThoseThatAreThere() {
        database.execute("""
                create table booking (id serial primary key, during tsrange not null, exclude using gist (during with &&));
                insert into booking (during) values ('[2025-12-24,2026-03-01)'), ('[2026-04-01,2026-04-02)');
                """);
        FillSummary summary = fill().run();
        assertThat(summary.tables().get(0).how()).isEqualTo("copy");
        assertThat(rows(summary)).containsEntry("public.booking", 20L);
        assertThat(rows(fill().ledger(false).run())).containsEntry("public.booking", 20L);
        assertThat(database.query("select count(*), count(distinct during) from booking"))
                .containsExactly(List.of("42", "42"));
    }

    @Test
    void defaultsThatDifferAreTheServersIfOneWants() {
        database.execute("""
                create table item (id uuid primary key default gen_random_uuid(), born timestamptz not null default now(),
                    day date not null default current_date, until date not null, kind text not null default 'x',
                    slot timestamptz not null default now() unique, check (day < until));
                create table part (id serial primary key, item_id uuid not null references item);
                """);
        String sum = "select md5(string_agg(%s::text, '' order by id)) from item t";
        fill().run();
        assertThat(database.query("select count(*) from item where born < '2026-01-01T00:00:01Z'"))
                .containsExactly(List.of("20"));
        database.execute("truncate item cascade");
        FillSummary summary = fill().serverDefaults().run();
        assertThat(summary.exitCode()).isZero();
        assertThat(rows(summary)).containsEntry("public.part", 20L);
        assertThat(database.query(
                        "select count(distinct born), count(*) filter (where born > now() - interval '1 day'),"
                                + " count(distinct kind) > 1, count(distinct slot) from item"))
                .containsExactly(List.of("1", "20", "t", "20"));
        var first = database.query(sum.formatted("id"));
        database.execute("truncate item cascade");
        fill().serverDefaults().run();
        assertThat(database.query(sum.formatted("id"))).isNotEqualTo(first);
    }

    @Test
    void smallDomainsAreFilledToTheLast() {
        database.execute("""
                create type colour as enum ('red', 'green', 'blue');
                create table combo (c colour, b boolean, primary key (c, b));
                create table single (is_it boolean primary key default true check (is_it));
                create table solo (x int);
                create unique index on solo ((true));
                create table version (v int primary key);
                create unique index on version ((v is not null));
                insert into version values (7);
                """);
        FillSummary summary = fill().run();
        assertThat(rows(summary))
                .containsEntry("public.combo", 6L)
                .containsEntry("public.solo", 1L)
                .doesNotContainKey("public.version");
        assertThat(summary.exitCode()).isZero();
        assertThat(summary.leftOut())
                .extracting(FillSummary.LeftOut::reason)
                .anyMatch(r -> r.contains("has room for 6 rows"));
    }

    @Test
    void junctionsAndOneToOneTablesReachTheirLimits() {
        database.execute("""
                create table a (id int generated by default as identity primary key);
                create table b (id int generated by default as identity primary key);
                create table ab (a_id int not null references a, b_id int not null references b, primary key (a_id, b_id));
                create table detail (a_id int primary key references a, note text not null);
                """);
        FillSummary summary = fill().rows("a", 4)
                .rows("b", 3)
                .rows("ab", 100)
                .rows("detail", 100)
                .run();
        assertThat(rows(summary)).containsEntry("public.ab", 12L).containsEntry("public.detail", 4L);
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void tenantsAreChosenJointly() {
        database.execute("""
                create table tenant (id int generated always as identity primary key);
                create table project (tenant_id int references tenant, id int generated always as identity, primary key (tenant_id, id));
                create table person (tenant_id int references tenant, id int generated always as identity, primary key (tenant_id, id));
                create table member (tenant_id int not null references tenant, project_id int not null, person_id int not null,
                    primary key (tenant_id, project_id, person_id),
                    foreign key (tenant_id, project_id) references project, foreign key (tenant_id, person_id) references person);
                create table task (id int generated always as identity primary key, tenant_id int not null, project_id int not null,
                    person_id int, foreign key (tenant_id, project_id) references project,
                    foreign key (tenant_id, person_id) references person);
                """);
        FillSummary summary = fill().defaultRows(30).rows("tenant", 5).run();
        assertThat(summary.failed()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.member", 30L).containsEntry("public.task", 30L);
    }

    @Test
    void circlesAreClosedWhateverTheirKeys() {
        database.execute("""
                create table a (id int generated always as identity primary key, b_id int not null);
                create table b (id int generated always as identity primary key, a_id int not null references a);
                alter table a add foreign key (b_id) references b;
                create table c (id int generated always as identity primary key, d_id int);
                create table d (id int generated always as identity primary key, c_id int not null references c);
                alter table c add foreign key (d_id) references d;
                create table e (id int generated always as identity primary key, f_id int not null);
                create table f (id int generated always as identity primary key, e_id int not null references e deferrable);
                alter table e add foreign key (f_id) references f deferrable initially deferred;
                create table node (id int generated always as identity primary key, parent_id int references node, root_id int not null references node);
                """);
        FillSummary summary = fill().nulls(FillRequest.Nulls.NONE).run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(summary.written()).isEqualTo(7 * 20);
        assertThat(database.query("select count(*) from c where d_id is not null"))
                .containsExactly(List.of("20"));
        assertThat(database.query("select count(distinct parent_id) > 1 from node"))
                .containsExactly(List.of("t"));
    }

    @Test
    void uniqueIndexesMayBePartialOrOverExpressionsOrShareColumns() {
        database.execute("""
                create table owner (id int generated always as identity primary key);
                create table address (id int generated always as identity primary key, owner_id int not null references owner,
                    is_default boolean not null, email text not null, position int not null, slug text not null, deleted_at timestamptz);
                create unique index on address (owner_id) where is_default;
                create unique index on address (lower(email));
                create unique index on address (owner_id, position);
                create unique index on address (owner_id, slug) where deleted_at is null;
                create unique index on address (position, slug) nulls not distinct;
                """);
        FillSummary summary = fill().defaultRows(200).rows("owner", 10).run();
        assertThat(summary.failed()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.address", 200L);
    }

    @Test
    void generatedColumnsAreHeldToTheirConstraints() {
        database.execute("""
                create table hook (id int generated always as identity primary key, config jsonb not null,
                    kind text not null generated always as (case when config ? 'webhook' then 'webhook' else 'slack' end) stored,
                    name text not null, slug text generated always as (lower(name)) stored unique,
                    check (kind is not null), check (char_length(slug) < 9));
                """);
        FillSummary summary = fill().run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(summary.notes()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.hook", 20L);
    }

    @Test
    void bookingsDoNotOverlapAndPartitionsTakeTheirRows() {
        database.execute("""
                create table booking (id int generated always as identity primary key, starts date not null, ends date not null,
                    check (starts < ends), exclude using gist (daterange(starts, ends) with &&));
                create table slot (during tstzrange not null, exclude using gist (during with &&));
                create table event (id int generated always as identity, at timestamptz not null, region text not null, primary key (id, at))
                    partition by range (at);
                create table event_2022 partition of event for values from ('2022-01-01') to ('2022-02-01');
                create table event_2031 partition of event for values from ('2031-01-01') to ('2031-02-01');
                create table bare (id int, kind text) partition by list (kind);
                """);
        FillSummary summary = fill().defaultRows(100).run();
        assertThat(summary.notes()).isEmpty();
        assertThat(rows(summary))
                .containsEntry("public.booking", 100L)
                .containsEntry("public.slot", 100L)
                .containsEntry("public.event", 100L);
        assertThat(summary.failed()).hasSize(1);
        assertThat(summary.failed().get(0).reason()).contains("no partition of relation \"bare\"");
        assertThat(fill().tables("bare").createPartitions().run().written()).isEqualTo(20);
        assertThat(database.query("select count(*) > 0 from event_2031")).containsExactly(List.of("t"));
    }

    @Test
    void defaultsThatCallAFunctionSomebodyWroteAreLeftToTheServer() {
        database.execute("""
                create table item (id int generated always as identity primary key);
                create function new_item() returns int language sql volatile as $$ insert into item default values returning id $$;
                create table post (id int primary key default new_item() references item, title text not null);
                create function token() returns text language sql volatile as $$ select 't' || random()::text $$;
                create table secret (id text primary key default token(), note text);
                create table note (secret_id text not null references secret);
                """);
        FillSummary summary = fill().run();
        assertThat(summary.failed()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.post", 20L).containsEntry("public.note", 20L);
        assertThat(database.query("select count(*) from secret where id like 't0.%'"))
                .containsExactly(List.of("20"));
    }

    @Test
    void aKeyThatMayBeNullIsNotWhereOthersPointAtIt() {
        database.execute("""
                create table parent (id int generated always as identity primary key, code smallint unique);
                create table child (parent_code smallint not null references parent (code));
                create table twin (parent_code smallint primary key references parent (code))""");
        FillSummary summary = fill().nulls(FillRequest.Nulls.ALL).run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(summary.notes()).isEmpty();
    }

    @Test
    void kindsOfTextThatATriggerExpectsAreTried() {
        database.execute("""
                create table version (id int generated always as identity primary key, num text not null, major int not null);
                create function major() returns trigger language plpgsql as $$
                begin new.major := (regexp_match(new.num, '^(\\d+)\\.\\d+\\.\\d+$'))[1]::int; return new; end $$;
                create trigger major before insert on version for each row execute function major()""");
        FillSummary summary = fill().run();
        assertThat(summary.failed()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.version", 20L);
    }

    @Test
    void domainsOverDomainsAreKeysToo() {
        database.execute("""
                create domain code as varchar(8) check (value ~ '^[A-Z]{2}-[0-9]+$');
                create domain short_code as code check (length(value) <= 6);
                create domain long_id as bigint; create domain account_id as long_id check (value > 100);
                create table account (id account_id primary key, code short_code not null unique);
                create table entry (account_id account_id not null references account, code short_code references account (code));
                create domain digest as bytea check (value is null or octet_length(value) = 20);
                create table environment (id digest primary key);
                create table host (id digest primary key, environment_id digest not null references environment)""");
        FillSummary summary = fill().run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(summary.notes()).isEmpty();
    }

    @Test
    void aSettingThatATriggerNeedsIsNamedAndCanBeMade() {
        database.execute("""
                create table note (id int generated always as identity primary key, tenant text);
                create function tenant() returns trigger language plpgsql as $$
                begin new.tenant := current_setting('app.tenant'); return new; end $$;
                create trigger tenant before insert on note for each row execute function tenant()""");
        assertThat(fill().run().failed().get(0).reason())
                .contains("unrecognized configuration parameter \"app.tenant\"")
                .endsWith("; tenant reads the setting app.tenant: --set app.tenant=…");
        assertThat(fill().set("app.tenant", "acme").run().written()).isEqualTo(20);
        assertThat(database.query("select distinct tenant from note")).containsExactly(List.of("acme"));
    }

    @Test
    void aTableThatIsFullIsNoFailureAndItsRowsAreParents() {
        database.execute("""
                create table kind (name text primary key check (name in ('a', 'b')));
                insert into kind values ('a'), ('b');
                create table thing (kind text not null references kind, id int generated always as identity);
                create function swallow() returns trigger language plpgsql as $$ begin return null; end $$;
                create table gone (id int);
                create trigger swallow before insert on gone for each row execute function swallow()""");
        FillSummary summary = fill().run();
        assertThat(rows(summary)).containsEntry("public.thing", 20L);
        assertThat(summary.failed()).hasSize(1);
        assertThat(summary.failed().get(0).reason()).isEqualTo("a trigger or rule of the table swallows each row");
        assertThat(summary.leftOut().get(1).reason()).isEqualTo("unique index kind_pkey has room for 0 more rows");
    }

    @Test
    void aTableThatNeedsAnEmptyOneIsNamedWithTheReason() {
        database.execute("""
                create table closed (id int primary key);
                create function no() returns trigger language plpgsql as $$ begin raise exception 'closed for business'; end $$;
                create trigger no before insert on closed for each row execute function no();
                create table child (id int primary key, closed_id int not null references closed);
                create table other (id int primary key);
                """);
        FillSummary summary = fill().run();
        assertThat(summary.exitCode()).isEqualTo(6);
        assertThat(summary.failed()).hasSize(2);
        assertThat(summary.failed().get(0).table()).isEqualTo("public.child");
        assertThat(summary.failed().get(0).reason()).contains("every row needs one of public.closed");
        assertThat(summary.failed().get(1).reason()).contains("closed for business");
        assertThat(rows(summary)).containsEntry("public.other", 20L);
    }

    @Test
    void whatOneCannotMeanToFillIsNotFilled() {
        database.execute("""
                create table flyway_schema_history (installed_rank int primary key);
                create table thing (id int primary key);
                create table extra (id int primary key);
                """);
        FillSummary summary = fill().exclude("ext*").run();
        assertThat(rows(summary)).containsOnlyKeys("public.thing");
        assertThat(summary.leftOut())
                .extracting(FillSummary.LeftOut::reason)
                .containsExactly("excluded by --exclude", "the history of a migration tool");
        assertThat(summary.exitCode()).isZero();
    }

    @Test
    void aTableWhoseLateTriggerRefusesItIsLeftOutAloneAtOnceOrAtTheEnd() {
        database.execute("""
                create table a (id serial primary key);
                create table late (id serial primary key, a_id int not null references a);
                create table line (id serial primary key, late_id int not null references late);
                create table wrong (id serial primary key);
                create table child_of_wrong (id serial primary key, wrong_id int references wrong);
                create table other (id serial primary key);
                create function never() returns trigger language plpgsql as $$ begin
                    if (select count(*) from line) < 1000 then raise 'too few lines'; end if; return null; end $$;
                create function broken() returns trigger language plpgsql as $$ begin perform 1 from no_such_table; return null; end $$;
                create constraint trigger late_check after insert on late deferrable initially deferred
                    for each row execute function never();
                create constraint trigger wrong_check after insert on wrong deferrable initially deferred
                    for each row execute function broken();
                """);
        FillSummary summary = fill().run();
        assertThat(rows(summary)).containsOnlyKeys("public.a", "public.child_of_wrong", "public.other");
        assertThat(summary.failed().stream().map(FillSummary.LeftOut::table))
                .containsExactly("public.late", "public.line", "public.wrong");
        assertThat(summary.failed().get(0).reason()).contains("too few lines, in PL/pgSQL function never()");
        assertThat(summary.failed().get(1).reason()).contains("every row needs one of public.late");
        assertThat(summary.failed().get(2).reason()).contains("relation \"no_such_table\" does not exist");
        assertThat(database.query("select count(*), count(wrong_id) from child_of_wrong"))
                .containsExactly(List.of("20", "0"));
    }

    @Test
    void triggersOfACircleMayMakeTheParents() {
        database.execute("""
                create table method (id text primary key);
                create table password (id text primary key references method, conf_id text not null);
                create table conf (id text primary key, password_id text not null references password deferrable initially deferred);
                alter table password add foreign key (conf_id) references conf deferrable initially deferred;
                create function make_method() returns trigger language plpgsql as $$ begin
                    insert into method values (new.id); return new; end $$;
                create trigger make_method before insert on password for each row execute function make_method();
                """);
        FillSummary summary = fill().run();
        assertThat(summary.leftOut()).isEmpty();
        assertThat(rows(summary)).containsEntry("public.password", 20L).containsEntry("public.conf", 20L);
    }

    @Test
    void rowsThatAreThereAreParentsWhereNewOnesDoNotFit() {
        database.execute("""
                create table kind (id int primary key, name text not null);
                insert into kind values (1, 'customer'), (2, 'vendor');
                create table account (id serial primary key, kind_id int not null references kind check (kind_id in (1, 2)));
                """);
        assertThat(fill().run().leftOut()).isEmpty();
        assertThat(fill().ledger(false).run().leftOut()).isEmpty();
        assertThat(database.query("select count(*) from account")).containsExactly(List.of("40"));
    }

    @Test
    void aDryRunLeavesNothing() {
        database.execute("create table t (id int generated always as identity primary key)");
        assertThat(fill().dryRun().run().written()).isEqualTo(20);
        assertThat(database.query("select count(*) from t")).containsExactly(List.of("0"));
        assertThat(database.query("insert into t default values returning id")).containsExactly(List.of("1"));
    }

    private FillRequest fill() {
        return Seedplan.fill().to(database.dataSource());
    }

    private static Map<String, Long> rows(FillSummary summary) {
        return summary.tables().stream()
                .collect(Collectors.toMap(FillSummary.Filled::table, FillSummary.Filled::written));
    }
}
