package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that {@code seedplan init} writes, built and run as its user would. */
class InitIT {

    private static final String SCHEMA = """
            create type order_status as enum ('new', 'paid', 'sent');
            create domain cents as int check (value >= 0);
            create table countries (code char(2) primary key, name text not null);
            create table customers (id bigint generated always as identity primary key, name text not null,
              email varchar(120) not null, country_code char(2) not null references countries, joined_at timestamptz not null,
              referred_by bigint references customers);
            create unique index on customers (lower(email));
            create table accounts (customer_id bigint primary key references customers, username text not null unique,
              password_hash text not null, is_active boolean not null default true, deleted_at timestamptz);
            create table products (id uuid primary key default gen_random_uuid(), sku varchar(20) not null unique, name text not null,
              price numeric(8, 2) not null check (price > 0), kind text not null check (kind in ('book', 'tool')), stock cents not null);
            create table orders (id serial primary key, customer_id bigint not null references customers, status order_status not null,
              starts_at timestamp not null, ends_at timestamp, check (ends_at > starts_at));
            create table order_lines (order_id int references orders, product_id uuid references products,
              quantity smallint not null check (quantity between 1 and 9), primary key (order_id, product_id));
            create table stays (id int primary key, during tstzrange not null);
            """;

    @TempDir
    private Path folder;

    @Test
    void theProjectBuildsAndItsPlanFillsTheDatabase() throws Exception {
        UserMaven maven = UserMaven.prepare();
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(SCHEMA);
            String url = url(database);
            Started init = Started.in(
                    folder,
                    List.of(
                            Started.java(),
                            "-jar",
                            Module.CLI
                                    .directory()
                                    .resolve("target/seedplan.jar")
                                    .toString(),
                            "init",
                            "seeds",
                            "--url",
                            url,
                            "--package",
                            "acme"));
            assertThat(init.exit()).as(init.output()).isZero();
            assertThat(init.output()).contains("the plan fills 6 tables", "not public.stays: ");
            Path project = folder.resolve("seeds");
            Started build = maven.run(project, "-q", "compile");
            assertThat(build.exit()).as(build.output()).isZero();
            Started run = Started.in(
                    project,
                    List.of(
                            Started.java(),
                            "-jar",
                            Module.CLI
                                    .directory()
                                    .resolve("target/seedplan.jar")
                                    .toString(),
                            "run",
                            "FirstPlan",
                            "--url",
                            url));
            assertThat(run.exit()).as(run.output()).isZero();
            assertThat(database.query("select count(*) from customers")).containsExactly(List.of("20"));
            assertThat(database.query("select count(*) from accounts")).containsExactly(List.of("20"));
            assertThat(database.query("select count(*) > 19 from order_lines")).containsExactly(List.of("t"));
        }
    }

    private static String url(TestDatabase database) {
        return database.jdbcUrl()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + escaped(database.user()) + ":" + escaped(database.password()) + "@");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
