CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE flag_kind AS ENUM ('rollout', 'boolean', 'override');
CREATE TYPE message_kind AS ENUM ('alert_status_update', 'alert_status_update_bundle', 'test');
CREATE TYPE message_status AS ENUM ('pending', 'sent', 'failed');
CREATE TYPE bucket_kind AS ENUM ('STANDARD', 'ANALYTICS');
CREATE TYPE subsystem AS ENUM ('none', 'envbox', 'exectrace');
CREATE DOMAIN email AS text CHECK (VALUE ~* '^[A-Za-z0-9._%-]+@[A-Za-z0-9.-]+[.][A-Za-z]+$');
CREATE DOMAIN short_email AS email CHECK (char_length(VALUE) <= 30);
CREATE DOMAIN rating AS integer CHECK (VALUE >= 1 AND VALUE <= 5);
CREATE DOMAIN bytea20 AS bytea CHECK (length(VALUE) = 20);
CREATE DOMAIN work_hours AS numeric(4, 2) CHECK (VALUE > 0 AND VALUE <= 24);
CREATE FUNCTION controlled_for_whitespace(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT NOT $1 ~ '\s{2,}' AND btrim($1) = $1 AND length($1) > 0 $$;
CREATE FUNCTION to_sentinel(value text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT concat('__', lower(value), '__') $$;
CREATE FUNCTION is_positive(n integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN n > 0;

-- E: length limits
CREATE TABLE e1 (aud_claim text NOT NULL CHECK (length(TRIM(BOTH FROM aud_claim)) < 1024 AND length(TRIM(BOTH FROM aud_claim)) > 0));
CREATE TABLE e2 (name varchar(200) NOT NULL CHECK (char_length(name) > 0 AND char_length(name) <= 128));
CREATE TABLE e3 (username varchar NOT NULL CHECK (length(username) <= 50), name varchar CHECK (octet_length(name) <= 255));
CREATE TABLE e4 (kind text NOT NULL CHECK (char_length(kind) > 0 AND char_length(kind) < 3), code char(3) NOT NULL CHECK (char_length(code) = 3));
-- D: ranges
CREATE TABLE d1 (plannedcost money NOT NULL CHECK (plannedcost > 0.00::money), sequential_id bigint NOT NULL CHECK (sequential_id > 0));
CREATE TABLE d2 (x integer NOT NULL CHECK (x IS NULL OR (x > 2485071 AND x < 2828516)), d integer CHECK (d >= 0),
  s smallint NOT NULL CHECK (s >= 0 AND s <= 2));
CREATE TABLE d3 (valid_until timestamp NOT NULL CHECK (valid_until < '4000-01-01 00:00:00'), born date NOT NULL CHECK (born BETWEEN '1900-01-01' AND '1950-12-31'),
  tz timestamptz NOT NULL CHECK (tz > '2030-01-01 00:00:00+00'));
CREATE TABLE d4 (ytd numeric(4,4) NOT NULL CHECK (ytd > 0), rate numeric(5,2) NOT NULL CHECK (rate > 10 AND rate < 10.03), p real NOT NULL CHECK (p > 0 AND p < 1),
  q double precision NOT NULL CHECK (q BETWEEN -90 AND 90), n numeric NOT NULL CHECK (n > 0.5 AND n < 0.51));
CREATE TABLE d5 (t time NOT NULL CHECK (t >= '08:00' AND t < '18:00'), i interval NOT NULL CHECK (i > '0'::interval), y integer NOT NULL CHECK (y > 1900 AND y < 2200 AND y <> 2000));
CREATE TABLE d6 (salary numeric(10,2) NOT NULL CHECK ((salary * 12) > 12000 AND salary - 100 < 100000 AND -salary < -5));
-- Q
CREATE TABLE q1 (hook_timing text CHECK (hook_timing IS NOT NULL), scopes text[] CHECK (scopes IS NOT NULL), namespace_id bigint CHECK (namespace_id IS NOT NULL));
-- L: functions
CREATE TABLE l1 (error_details text NOT NULL, state text NOT NULL, CHECK (((error_details = to_sentinel('no error details'::text)) AND (state = ANY (ARRAY['started'::text, 'available'::text])))
  OR ((error_details <> to_sentinel('no error details'::text)) AND (state = 'unknown'::text))));
CREATE TABLE l2 (credit text NOT NULL CHECK (controlled_for_whitespace(credit)), n integer NOT NULL CHECK (is_positive(n)));
-- A: null logic
CREATE TABLE a1 (flag_type flag_kind NOT NULL, rollout integer, CHECK (1 = CASE WHEN ((flag_type = 'rollout'::flag_kind) AND (rollout IS NULL)) THEN 0
  WHEN ((flag_type <> 'rollout'::flag_kind) AND (rollout IS NOT NULL)) THEN 0 ELSE 1 END));
CREATE TABLE a2 (active boolean, revoke_event integer, revoker_id integer, CHECK (((active IS NULL) AND (revoke_event IS NOT NULL) AND (revoker_id IS NOT NULL))
  OR ((active IS NOT NULL) AND (revoke_event IS NULL) AND (revoker_id IS NULL))));
CREATE TABLE a3 (errored_at timestamptz, error text, CHECK ((errored_at IS NULL) = (error IS NULL)));
CREATE TABLE a4 (subscription_id bigint, wallet_id bigint, CHECK ((subscription_id IS NOT NULL) <> (wallet_id IS NOT NULL)));
CREATE TABLE a5 (z3950_attr integer, z3950_attr_type text, CHECK ((z3950_attr IS NOT NULL) OR (z3950_attr_type IS NOT NULL)));
CREATE TABLE a6 (c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int, c12 int, c13 int, c14 int, c15 int, c16 int, c17 int,
  CHECK (num_nonnulls(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17) = 1));
CREATE TABLE a7 (a int, b int, c int, d int, e int, CHECK (num_nonnulls(a, b, c, d, e) >= 3), CHECK (num_nulls(a, b) = 1));
CREATE TABLE a8 (a int, b int, c int, CHECK ((((a IS NOT NULL))::integer + ((b IS NOT NULL))::integer + ((c IS NOT NULL))::integer) = 2));
CREATE TABLE a9 (a int, b int, c int, CHECK (COALESCE(a, b, c) IS NOT NULL), CHECK (ROW(a, b) IS NOT NULL OR c IS NULL));
-- C: enumerations
CREATE TABLE c1 (note_class integer NOT NULL CHECK (note_class = 4), type text NOT NULL CHECK (type = ANY (ARRAY['share'::text, 'lane'::text])));
CREATE TABLE c2 (isolation_level text NOT NULL CHECK ((isolation_level IS NULL) OR (lower(isolation_level) = ANY (ARRAY['serializable'::text, 'repeatable read'::text]))));
CREATE TABLE c3 (level varchar(10) NOT NULL CHECK (level IN ('error', 'warn', 'info')), kind citext NOT NULL CHECK (kind IN ('One', 'Two')), f flag_kind NOT NULL CHECK (f <> 'rollout'));
CREATE TABLE c4 (sex char(1) NOT NULL CHECK (upper(sex) = ANY (ARRAY['M', 'F'])), style char(2) CHECK (upper(style::text) = ANY (ARRAY['W'::text, 'M'::text, 'U'::text])), num smallint NOT NULL CHECK (num IN (1, 3, 5, 7)));
-- F: not empty
CREATE TABLE f1 (client_id text NOT NULL CHECK (length(TRIM(BOTH FROM client_id)) > 0), key text NOT NULL CHECK (key <> ''), n varchar(3) NOT NULL CHECK (length(n) >= 1), b text NOT NULL CHECK (btrim(b) <> ''));
CREATE TABLE f2 (x text NOT NULL CHECK (x !~ '^\s*$'), y text NOT NULL CHECK (y ~ '\S'), z text NOT NULL CHECK (z > ''));
-- B: discriminators
CREATE TABLE b1 (closed boolean NOT NULL, exclusive boolean, CHECK ((closed IS FALSE) OR (exclusive IS NULL)));
CREATE TABLE b2 (is_deleted boolean NOT NULL, cipher bytea, nonce bytea, CHECK (((is_deleted = false) AND (cipher IS NOT NULL) AND (nonce IS NOT NULL)) OR ((is_deleted = true) AND (cipher IS NULL) AND (nonce IS NULL))));
CREATE TABLE b3 (message_type message_kind NOT NULL, alert_log_id bigint, CHECK ((message_type <> 'alert_status_update'::message_kind) OR (alert_log_id IS NOT NULL)));
CREATE TABLE b4 ("isPaused" boolean NOT NULL, "queueBehavior" text, "Queue TTL" text, CHECK ((("isPaused" = false) AND ("queueBehavior" IS NULL) AND ("Queue TTL" IS NULL)) OR (("isPaused" = true) AND ("queueBehavior" IS NOT NULL) AND ("Queue TTL" IS NOT NULL))));
CREATE TABLE b5 (type text NOT NULL, parent_id text, CHECK (((type = 'global'::text) AND (parent_id IS NULL)) OR ((type = 'org'::text) AND (parent_id = 'global'::text)) OR ((type = 'project'::text) AND (parent_id IS NOT NULL) AND (parent_id <> 'global'::text))));
-- G: patterns
CREATE TABLE g1 (name text NOT NULL CHECK (name ~ '^[a-z](?:[a-z0-9\_-])*[a-z0-9]$'), mail_code text NOT NULL CHECK (mail_code ~ '[[:alnum:]_-]'), w text NOT NULL CHECK (w ~ '^\w+$'));
CREATE TABLE g2 (e text NOT NULL CHECK (e ~* '^[A-Za-z0-9._%-]+@[A-Za-z0-9.-]+[.][A-Za-z]+$'), sha256 citext NOT NULL CHECK (sha256 ~* '^[A-F0-9]{64}$'::citext), u text NOT NULL CHECK (u ~~ 'https://%' AND u !~~ '% %'));
CREATE TABLE g3 (p text NOT NULL CHECK (p ~ '^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,20}$'), q text NOT NULL CHECK (q ~ '^(?!.*--)[a-z-]{4,9}$'), r varchar(12) NOT NULL CHECK (r ~ '^[0-9]+(\.[0-9]+){2}$'),
  i text NOT NULL CHECK (i !~~* '%admin%'), s text NOT NULL CHECK (s SIMILAR TO '(a|b)%z'));
CREATE TABLE g4 (e short_email NOT NULL, r rating NOT NULL, b bytea20 NOT NULL, w work_hours NOT NULL, c text COLLATE "C" NOT NULL CHECK (c ~ '^([a-z])\1[a-z]*$'));
CREATE TABLE g5 (n text NOT NULL, CHECK (n !~ '[\x00-\x08\x0b]'), CHECK (n ~ '^.{3,}$'), CHECK (length(n) <= 6), CHECK (lower(n) = n), CHECK (n ~ '[0-9]'));
-- H: columns against columns
CREATE TABLE h1 (last_status_time timestamptz NOT NULL, create_time timestamp NOT NULL, CHECK (last_status_time >= (create_time)::timestamp with time zone));
CREATE TABLE h2 (startdate date NOT NULL, enddate date NOT NULL, CHECK (enddate >= startdate), a int NOT NULL, b int NOT NULL, CHECK (a <> b), x text NOT NULL, y text NOT NULL, CHECK (x <> y));
CREATE TABLE h3 (started_at timestamptz NOT NULL, ended_at timestamptz, CHECK ((ended_at IS NULL) OR (started_at <= ended_at)));
CREATE TABLE h4 (a int NOT NULL CHECK (a BETWEEN 1 AND 9), b int NOT NULL CHECK (b BETWEEN 5 AND 15), c int NOT NULL CHECK (c BETWEEN 2 AND 7), CHECK (a > b), CHECK (b > c));
CREATE TABLE h5 (lo date NOT NULL, hi date NOT NULL, CHECK (hi >= lo + 7 AND hi <= lo + 14), t1 timestamptz NOT NULL, t2 timestamptz NOT NULL, CHECK (t2 > t1 + '1 hour'::interval), CHECK (t2 - t1 <= '3 days'::interval));
-- J: json
CREATE TABLE j1 (data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'), ids jsonb NOT NULL CHECK (jsonb_typeof(ids) = 'array' AND jsonb_array_length(ids) >= 2), o json NOT NULL CHECK (json_typeof(o) = 'object'));
CREATE TABLE j2 (d jsonb NOT NULL CHECK (d ? 'host' AND (d ->> 'kind') = 'x'), e jsonb NOT NULL CHECK (e ?& ARRAY['a', 'b']), f jsonb NOT NULL CHECK (jsonb_typeof(f -> 'n') = 'number'), g jsonb NOT NULL CHECK ((g ->> 'name') IS NOT NULL), h jsonb CHECK (h @> '{"v": 1}'));
CREATE TABLE j3 (t text NOT NULL CHECK (t IS JSON OBJECT), j jsonb NOT NULL CHECK (j <> '{}'::jsonb), k jsonb NOT NULL CHECK (jsonb_typeof(k) <> 'null' AND length(k ->> 'code') = 4));
-- P: flags
CREATE TABLE p1 (active boolean NOT NULL CHECK (active), a boolean NOT NULL, b boolean NOT NULL, CHECK ((a = false) AND (b = false)), singleton boolean NOT NULL DEFAULT true CHECK (singleton IS TRUE), n boolean CHECK (NOT n));
-- K: arrays
CREATE TABLE k1 (subsystems subsystem[] NOT NULL CHECK (NOT ('none'::subsystem = ANY (subsystems))), users text[] NOT NULL CHECK (cardinality(users) <= 100), two int[] NOT NULL CHECK (array_length(two, 1) = 2));
CREATE TABLE k2 (perms varchar[] NOT NULL CHECK ((NOT (perms::text ~ '([\{,]:|::|:[,\}])'::text)) AND (NOT (''::text = ANY (perms::text[])))), nn text[] NOT NULL CHECK (array_position(nn, NULL::text) IS NULL AND cardinality(nn) > 0),
  sub int[] NOT NULL CHECK (sub = '{}'::integer[] OR sub <@ ARRAY[20, 30, 40, 50, 60]), has int[] NOT NULL CHECK (has @> ARRAY[7]), pos int[] NOT NULL CHECK (0 < ALL (pos)));
CREATE TABLE k3 (ips text[] , paths text[], CHECK ((ips IS NULL) OR ((array_length(ips, 1) = array_length(paths, 1)) AND (NOT (''::text = ANY (ips))))));
CREATE TABLE k4 (r rating[] NOT NULL CHECK (cardinality(r) = 3), e email[] NOT NULL CHECK (cardinality(e) BETWEEN 1 AND 2));
-- M: canonical forms
CREATE TABLE m1 (login varchar NOT NULL CHECK (login = lower(login)), scope text NOT NULL CHECK (lower(TRIM(BOTH FROM scope)) <> 'openid'), t text NOT NULL CHECK (t = btrim(t)), u text NOT NULL CHECK (lower(btrim(u)) = u),
  r text NOT NULL CHECK (replace(r, ' ', '') = r), s text NOT NULL CHECK (substr(s, 1, 3) = 'ab-'), p text NOT NULL CHECK (position('@' in p) > 1), l text NOT NULL CHECK (left(l, 1) = '/' AND right(l, 1) <> '/'));
-- H2
CREATE TABLE hh1 (delete_after_days int NOT NULL, retain_for_days int NOT NULL, CHECK ((delete_after_days >= retain_for_days) OR (delete_after_days = 0)));
CREATE TABLE hh2 (admin_id int NOT NULL, member_id int NOT NULL, status text NOT NULL, CHECK (((admin_id <> member_id) AND (status <> ALL (ARRAY['SELF'::text, 'CLOSED'::text]))) OR ((admin_id = member_id) AND (status = ANY (ARRAY['SELF'::text, 'CLOSED'::text])))));
CREATE TABLE hh3 (type int NOT NULL, sort_name varchar NOT NULL, name varchar NOT NULL, begin_year smallint, primary_for_locale boolean NOT NULL, locale text,
  CHECK ((type <> 2) OR ((type = 2) AND (sort_name::text = name::text) AND (begin_year IS NULL) AND (primary_for_locale IS FALSE) AND (locale IS NULL))), CHECK (type IN (1, 2)));
-- B2
CREATE TABLE bb1 (deleted boolean NOT NULL, approved boolean NOT NULL, CHECK ((deleted IS NOT TRUE) OR (approved IS NOT TRUE)), propagate boolean NOT NULL, rollover boolean NOT NULL, CHECK (propagate OR (NOT rollover)));
CREATE TABLE bb2 (message_type message_kind NOT NULL, last_status message_status NOT NULL, CHECK ((message_type <> 'alert_status_update_bundle'::message_kind) OR (last_status <> 'pending'::message_status)));
CREATE TABLE bb3 (status varchar NOT NULL, sequence_number int NOT NULL, CHECK ((status::text = 'original'::text) = (sequence_number = 0)));
CREATE TABLE bb4 (type bucket_kind NOT NULL, versioning_status text NOT NULL, CHECK ((type = 'STANDARD'::bucket_kind) OR (versioning_status = 'DISABLED'::text)));
-- B3
CREATE TABLE bbb1 (user_id int NOT NULL, anon_user_id int, CHECK (((user_id = '-1'::integer) AND (anon_user_id IS NOT NULL)) OR ((user_id > 0) AND (anon_user_id IS NULL))));
CREATE TABLE bbb2 (user_id int, machine_user text NOT NULL, CHECK (((user_id IS NULL) AND (machine_user <> ''::text)) OR ((user_id IS NOT NULL) AND (machine_user = ''::text))));
CREATE TABLE bbb3 (productassemblyid int, bomlevel smallint NOT NULL, perassemblyqty numeric(8,2) NOT NULL, CHECK (((productassemblyid IS NULL) AND (bomlevel = 0) AND (perassemblyqty = 1.00)) OR ((productassemblyid IS NOT NULL) AND (bomlevel >= 1))));
CREATE TABLE bbb4 (http_request_body text, http_method text NOT NULL, CHECK ((http_request_body IS NULL) OR ((http_method = 'POST'::text) AND (length(http_request_body) > 0))));
CREATE TABLE bbb5 (variable_type int NOT NULL, encrypted_value text NOT NULL, CHECK (((variable_type = 2) AND (char_length(encrypted_value) <= 67800)) OR (char_length(encrypted_value) <= 13579)));
CREATE TABLE bbb6 (name varchar, artist_credit int, CHECK ((name::text <> ''::text) AND ((name IS NOT NULL) OR (artist_credit IS NOT NULL))));
-- R
CREATE TABLE r1 (valid_range tstzrange NOT NULL, issued timestamp NOT NULL, CHECK (lower(valid_range) = (issued)::timestamp with time zone));
CREATE TABLE r2 (gateway inet, CHECK ((gateway IS NULL) OR ((family(gateway) = 4) AND (masklen(gateway) = 32)) OR ((family(gateway) = 6) AND (masklen(gateway) = 128))), during daterange NOT NULL CHECK (NOT isempty(during)));
CREATE TABLE r3 (r int4range NOT NULL CHECK (lower(r) >= 0 AND upper(r) <= 100), d daterange NOT NULL CHECK (lower_inc(d) AND NOT upper_inf(d)));
-- C2
CREATE TABLE cc1 (max_age int NOT NULL CHECK (max_age <> 0), label text NOT NULL CHECK (label <> ALL (ARRAY['result'::text, 'target'::text, 'event'::text])), amount numeric NOT NULL CHECK (amount <> 'NaN'::numeric));
-- N
CREATE TABLE n1 (date date NOT NULL CHECK (date = date_trunc('month'::text, (date)::timestamp with time zone)), y date NOT NULL CHECK (EXTRACT(year FROM y) >= 2000 AND date_part('dow', y) = 1));
CREATE TABLE n2 (h timestamptz NOT NULL CHECK (h = date_trunc('hour', h, 'UTC')), p timestamp NOT NULL CHECK (p = date_trunc('day', p)), b date NOT NULL CHECK (b <= CURRENT_DATE), c timestamptz NOT NULL CHECK (c < now()));
-- G2
CREATE TABLE gg1 (provider_type text NOT NULL, discovery_url text, CHECK ((provider_type <> 'oidc'::text) OR (discovery_url IS NULL) OR (discovery_url ~~ 'https://%'::text)));
CREATE TABLE gg2 (id int NOT NULL, draft boolean NOT NULL, release text NOT NULL, CHECK ((NOT draft) OR (release ~ (('^.*,draft_'::text || (id)::text) || '$'::text))));
CREATE TABLE gg3 (code_challenge text, code_challenge_method text, CHECK (((code_challenge IS NULL) = (code_challenge_method IS NULL)) AND ((code_challenge IS NULL) OR (code_challenge ~ '^[A-Za-z0-9.~_-]{43,128}$'::text))));
-- O3, I, S
CREATE TABLE o1 (organization_id bigint, permissions text[] NOT NULL, CHECK ((organization_id IS NOT NULL) OR (cardinality(permissions) = 0)));
CREATE TABLE i1 (allocated numeric NOT NULL, qty numeric NOT NULL, CHECK (((allocated * ('-1'::integer)::numeric) >= LEAST((0)::numeric, qty)) AND ((allocated * ('-1'::integer)::numeric) <= GREATEST(qty, (0)::numeric))));
CREATE TABLE i2 (max_active int NOT NULL, max_stopped int NOT NULL, CHECK ((max_active + max_stopped) <= 8760), CHECK (max_active % 10 = 0), q int NOT NULL, price numeric(8,2) NOT NULL, total numeric(12,2) NOT NULL, CHECK (total = q * price));
CREATE TABLE s1 (redundancy_group_id int, host_id int, service_id int, CHECK (CASE WHEN (redundancy_group_id IS NULL) THEN (host_id IS NOT NULL) ELSE ((host_id IS NULL) AND (service_id IS NULL)) END));
CREATE TABLE s2 (kind text NOT NULL, v int NOT NULL, CHECK (CASE kind WHEN 'a' THEN v > 100 WHEN 'b' THEN v < -100 ELSE v = 0 END), CHECK (kind IN ('a', 'b', 'c')));
CREATE TABLE s3 (a int, b int, CHECK (a IS DISTINCT FROM b), CHECK (NULLIF(a, 3) IS NOT NULL), CHECK (COALESCE(b, 0) < 10));
