CREATE TYPE colour AS ENUM ('red', 'green', 'blue', 'grey');
CREATE DOMAIN day AS date;

CREATE TABLE payment (id bigint, paid timestamp with time zone NOT NULL) PARTITION BY RANGE (paid);
CREATE TABLE payment_2022_01 PARTITION OF payment FOR VALUES FROM ('2022-01-01 00:00+00') TO ('2022-02-01 00:00+00');
CREATE TABLE payment_2022_02 PARTITION OF payment FOR VALUES FROM ('2022-02-01 00:00+00') TO ('2022-03-01 12:30:00.5+00');
CREATE TABLE payment_later PARTITION OF payment FOR VALUES FROM ('2023-01-01 00:00+00') TO (MAXVALUE);
CREATE TABLE payment_early PARTITION OF payment FOR VALUES FROM (MINVALUE) TO ('2001-01-01 00:00+00');
CREATE TABLE payment_default PARTITION OF payment DEFAULT;

CREATE TABLE region (name varchar(12), v integer) PARTITION BY LIST (name);
CREATE TABLE region_quoted PARTITION OF region FOR VALUES IN ('it''s', 'a, b', 'back\slash', 'NULL', '(x');
CREATE TABLE region_null PARTITION OF region FOR VALUES IN (NULL);
CREATE TABLE region_north PARTITION OF region FOR VALUES IN ('north', 'NORTH');
CREATE TABLE region_other PARTITION OF region DEFAULT;

CREATE TABLE tuple (a integer, b integer, c text) PARTITION BY RANGE (a, b, c);
CREATE TABLE tuple_1 PARTITION OF tuple FOR VALUES FROM (MINVALUE, MINVALUE, MINVALUE) TO (1, 5, 'm');
CREATE TABLE tuple_2 PARTITION OF tuple FOR VALUES FROM (1, 5, 'm') TO (1, 5, 'p');
CREATE TABLE tuple_3 PARTITION OF tuple FOR VALUES FROM (1, 5, 'p') TO (3, -2, MINVALUE);
CREATE TABLE tuple_4 PARTITION OF tuple FOR VALUES FROM (3, 7, MINVALUE) TO (3, MAXVALUE, MAXVALUE);
CREATE TABLE tuple_5 PARTITION OF tuple FOR VALUES FROM (5, MINVALUE, MINVALUE) TO (MAXVALUE, MAXVALUE, MAXVALUE);

CREATE TABLE pair (a numeric(8, 2), b smallint) PARTITION BY RANGE (a, b);
CREATE TABLE pair_1 PARTITION OF pair FOR VALUES FROM (-1.5, 3) TO (2, 3);
CREATE TABLE pair_2 PARTITION OF pair FOR VALUES FROM (2, 3) TO (2.01, 3);
CREATE TABLE pair_3 PARTITION OF pair FOR VALUES FROM (100, MINVALUE) TO (200, MAXVALUE);
CREATE TABLE pair_other PARTITION OF pair DEFAULT;

CREATE TABLE tenant (tenant_id uuid, at date, kind colour, state text) PARTITION BY LIST (state);
CREATE TABLE tenant_active PARTITION OF tenant FOR VALUES IN ('active', 'trial') PARTITION BY RANGE (at);
CREATE TABLE tenant_active_old PARTITION OF tenant_active FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE tenant_active_new PARTITION OF tenant_active FOR VALUES FROM ('2024-01-01') TO ('infinity')
  PARTITION BY LIST (kind);
CREATE TABLE tenant_active_new_warm PARTITION OF tenant_active_new FOR VALUES IN ('red');
CREATE TABLE tenant_active_new_cold PARTITION OF tenant_active_new FOR VALUES IN ('green', 'blue');
CREATE TABLE tenant_closed PARTITION OF tenant DEFAULT PARTITION BY RANGE (state);
CREATE TABLE tenant_closed_low PARTITION OF tenant_closed FOR VALUES FROM ('b') TO ('m');
CREATE TABLE tenant_closed_none PARTITION OF tenant FOR VALUES IN ('none') PARTITION BY RANGE (at);

CREATE TABLE same_column (id bigint) PARTITION BY RANGE (id);
CREATE TABLE same_column_1 PARTITION OF same_column FOR VALUES FROM (0) TO (1000) PARTITION BY LIST (((id % 4)));
CREATE TABLE same_column_1_even PARTITION OF same_column_1 FOR VALUES IN (0, 2);
CREATE TABLE same_column_1_odd PARTITION OF same_column_1 DEFAULT;
CREATE TABLE same_column_2 PARTITION OF same_column FOR VALUES FROM (1000) TO (1000000) PARTITION BY RANGE (id);
CREATE TABLE same_column_2_a PARTITION OF same_column_2 FOR VALUES FROM (MINVALUE) TO (2000);
CREATE TABLE same_column_2_b PARTITION OF same_column_2 FOR VALUES FROM (2000) TO (MAXVALUE);

CREATE TABLE hash_whole (id bigint, name text) PARTITION BY HASH (id, name);
CREATE TABLE hash_whole_0 PARTITION OF hash_whole FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE hash_whole_1 PARTITION OF hash_whole FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE hash_whole_3 PARTITION OF hash_whole FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TABLE hash_part (a smallint, b integer, c bigint, d text, e char(9), f uuid, g bytea, h boolean, i date,
  j timestamp, k timestamp with time zone, l varchar(20), m oid)
  PARTITION BY HASH (a, b, c, d, e, f, g, h, i, j, k, l, m);
CREATE TABLE hash_part_1 PARTITION OF hash_part FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE hash_part_2 PARTITION OF hash_part FOR VALUES WITH (MODULUS 8, REMAINDER 2);

CREATE TABLE months (at timestamp, name text) PARTITION BY RANGE (date_trunc('month', at));
CREATE TABLE months_1 PARTITION OF months FOR VALUES FROM ('2024-01-15') TO ('2024-03-01');
CREATE TABLE months_2 PARTITION OF months FOR VALUES FROM ('2024-03-01') TO ('2024-04-02');

CREATE TABLE weeks (at timestamp) PARTITION BY LIST (date_trunc('week', at));
CREATE TABLE weeks_1 PARTITION OF weeks FOR VALUES IN ('2024-01-01', '2024-01-08');

CREATE TABLE years (at timestamp) PARTITION BY LIST (EXTRACT(year FROM at));
CREATE TABLE years_1 PARTITION OF years FOR VALUES IN (2023, 2024);
CREATE TABLE years_2 PARTITION OF years FOR VALUES IN (1999);

CREATE TABLE year_parts (at timestamp) PARTITION BY RANGE (date_part('year', at));
CREATE TABLE year_parts_1 PARTITION OF year_parts FOR VALUES FROM (2000) TO (2010.5);

CREATE TABLE days (at timestamp with time zone, d day) PARTITION BY RANGE (((at AT TIME ZONE 'UTC')::date), d);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM ('2024-02-28', '2024-01-01') TO ('2024-03-01', '2024-02-01');

CREATE TABLE folded (name varchar(30)) PARTITION BY LIST (lower(name));
CREATE TABLE folded_a PARTITION OF folded FOR VALUES IN ('alpha', 'Beta', 'gamma');
CREATE TABLE folded_up (name text COLLATE "C") PARTITION BY LIST (upper(btrim(name)) COLLATE "C" text_pattern_ops);
CREATE TABLE folded_up_a PARTITION OF folded_up FOR VALUES IN ('ALPHA', 'GAMMA');
CREATE TABLE initials (name text) PARTITION BY LIST ("left"(name, 1));
CREATE TABLE initials_a PARTITION OF initials FOR VALUES IN ('a', 'b');

CREATE TABLE letters (name text) PARTITION BY RANGE (name);
CREATE TABLE letters_a PARTITION OF letters FOR VALUES FROM (MINVALUE) TO ('f');
CREATE TABLE letters_f PARTITION OF letters FOR VALUES FROM ('f') TO ('ff');
CREATE TABLE letters_g PARTITION OF letters FOR VALUES FROM ('g') TO (MAXVALUE);

CREATE TABLE mods (id integer) PARTITION BY LIST (mod(id, 3));
CREATE TABLE mods_1 PARTITION OF mods FOR VALUES IN (1, 2);
CREATE TABLE quotients (id bigint) PARTITION BY LIST (((id / 1000)));
CREATE TABLE quotients_1 PARTITION OF quotients FOR VALUES IN (0, 7);
CREATE TABLE absolute (id integer) PARTITION BY RANGE (abs(id));
CREATE TABLE absolute_1 PARTITION OF absolute FOR VALUES FROM (-5) TO (100);
CREATE TABLE coalesced (at timestamp) PARTITION BY RANGE (COALESCE(at, '2020-01-01'::timestamp));
CREATE TABLE coalesced_1 PARTITION OF coalesced FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE whole (id bigint) PARTITION BY RANGE (((id)::numeric));
CREATE TABLE whole_1 PARTITION OF whole FOR VALUES FROM (10.5) TO (20.5);

CREATE TABLE flags (done boolean) PARTITION BY LIST (done);
CREATE TABLE flags_yes PARTITION OF flags FOR VALUES IN (true);
CREATE TABLE flags_rest PARTITION OF flags DEFAULT;
CREATE TABLE kinds (kind colour) PARTITION BY RANGE (kind);
CREATE TABLE kinds_1 PARTITION OF kinds FOR VALUES FROM ('green') TO ('grey');
CREATE TABLE kinds_other PARTITION OF kinds DEFAULT;
CREATE TABLE ids (id uuid) PARTITION BY RANGE (id);
CREATE TABLE ids_1 PARTITION OF ids FOR VALUES FROM ('70000000-0000-0000-0000-000000000000') TO ('90000000-0000-0000-0000-000000000000');
CREATE TABLE ids_2 PARTITION OF ids FOR VALUES FROM ('90000000-0000-0000-0000-000000000000') TO (MAXVALUE);
CREATE TABLE doubles (x double precision, t time) PARTITION BY RANGE (x, t);
CREATE TABLE doubles_1 PARTITION OF doubles FOR VALUES FROM (0.5, '10:00') TO (0.75, '11:00');
CREATE TABLE nets (net inet) PARTITION BY RANGE (net);
CREATE TABLE nets_1 PARTITION OF nets FOR VALUES FROM ('10.0.0.0/8') TO ('11.0.0.0/8');
CREATE TABLE smalls (n smallint) PARTITION BY RANGE (n);
CREATE TABLE smalls_1 PARTITION OF smalls FOR VALUES FROM (32000) TO (MAXVALUE);
CREATE TABLE smalls_2 PARTITION OF smalls FOR VALUES FROM (MINVALUE) TO (-32760);

CREATE TABLE "Odd ""name""" ("a, b" integer, "c(" text) PARTITION BY RANGE ("a, b", "c(");
CREATE TABLE "odd child" PARTITION OF "Odd ""name""" FOR VALUES FROM (1, MINVALUE) TO (10, MAXVALUE);

CREATE TABLE only_default (id integer, x text) PARTITION BY RANGE ((id + length(x)));
CREATE TABLE only_default_1 PARTITION OF only_default DEFAULT;

CREATE TABLE seconds (at timestamp(0)) PARTITION BY RANGE (at);
CREATE TABLE seconds_1 PARTITION OF seconds FOR VALUES FROM ('2020-01-01 10:00:00') TO ('2020-01-01 10:00:01');
CREATE TABLE seconds_2 PARTITION OF seconds FOR VALUES FROM ('2020-01-01 10:00:01') TO ('2020-01-01 10:00:03');
CREATE TABLE micros (at timestamp) PARTITION BY RANGE (at);
CREATE TABLE micros_1 PARTITION OF micros FOR VALUES FROM ('2020-01-01 10:00:00.1') TO ('2020-01-01 10:00:00.2');
CREATE TABLE micros_2 PARTITION OF micros FOR VALUES FROM ('2020-01-01 10:00:00.2') TO ('2020-01-01 10:00:01');
