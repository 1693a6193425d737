CREATE SCHEMA other;
CREATE TABLE auth_method (id integer PRIMARY KEY, kind text);
CREATE TABLE auth_method_password (id integer PRIMARY KEY REFERENCES auth_method, name text, created_at timestamptz, slug text,
  search tsvector);
CREATE TABLE auth_method_meta (id integer PRIMARY KEY REFERENCES auth_method);
CREATE TABLE audit (id serial PRIMARY KEY, what text);
CREATE TABLE other.outbox (id serial PRIMARY KEY);
CREATE TABLE closed (id integer);
CREATE TABLE limited (id integer, owner integer, tenant_id text DEFAULT current_setting('app.current_tenant'),
  region text DEFAULT current_setting('app.region'::text, true), state text);
CREATE DOMAIN tenant AS text DEFAULT current_setting('app.tenant');
CREATE TABLE domained (t tenant, n integer DEFAULT 7);
CREATE TABLE swallowed (id integer);
CREATE TABLE ruled (id integer);

CREATE FUNCTION insert_auth_method_subtype() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN -- INSERT INTO audit would be a comment
  INSERT INTO auth_method (id, kind) VALUES (NEW.id, 'RAISE EXCEPTION; DELETE FROM audit');
  RETURN NEW;
END;
$$;
CREATE TRIGGER a_parent BEFORE INSERT ON auth_method_password FOR EACH ROW EXECUTE FUNCTION insert_auth_method_subtype();

CREATE FUNCTION insert_meta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.auth_method_meta SELECT NEW.id;
  PERFORM log_it('made');
  PERFORM pg_notify('made', NEW.id::text);
  RETURN NULL;
END $$;
CREATE FUNCTION log_it(w text) RETURNS void LANGUAGE sql AS $$ INSERT INTO audit (what) VALUES (w) $$;
CREATE TRIGGER meta AFTER INSERT ON auth_method FOR EACH ROW WHEN (NEW.kind IS NOT NULL) EXECUTE FUNCTION insert_meta();

CREATE FUNCTION set_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  n integer := 0;
BEGIN
  NEW.created_at = now();
  IF NEW.name IS NULL THEN
    NEW.name := 'x';
  END IF;
  NEW.slug := COALESCE(NEW.slug, lower(NEW.name));
  SELECT kind, 1 INTO STRICT NEW.kind_copy, n FROM auth_method WHERE id = NEW.id;
  IF TG_OP = 'UPDATE' THEN
    NEW.id := 1;
    RAISE EXCEPTION 'never on insert';
  ELSIF (TG_OP = 'INSERT') THEN
    NEW.search := to_tsvector(CASE WHEN n > 1 THEN 'a' ELSE 'b' END);
  ELSE
    DELETE FROM audit;
  END IF;
  RAISE NOTICE 'fine';
  RETURN NEW;
END $$;
CREATE TRIGGER b_columns BEFORE INSERT OR UPDATE ON auth_method_password FOR EACH ROW EXECUTE FUNCTION set_columns();
CREATE TRIGGER c_search BEFORE INSERT ON auth_method_password FOR EACH ROW
  EXECUTE FUNCTION tsvector_update_trigger('search', 'pg_catalog.english', 'name');

CREATE FUNCTION no_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE reason text := 'closed';
BEGIN
  RAISE EXCEPTION USING MESSAGE = reason;
END $$;
CREATE TRIGGER stop BEFORE INSERT ON closed FOR EACH STATEMENT EXECUTE FUNCTION no_rows();

CREATE FUNCTION check_limit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE revision integer;
BEGIN
  revision := current_setting('app.revision');
  IF (SELECT count(*) FROM limited WHERE owner = NEW.owner FOR UPDATE) >= current_setting('app.limit', TRUE)::int THEN
    RAISE 'too many';
  END IF;
  EXECUTE format('INSERT INTO %I VALUES (1)', 'audit');
  INSERT INTO other.outbox DEFAULT VALUES;
  UPDATE audit SET what = 'x' WHERE id = revision;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Limit it" AFTER INSERT OR UPDATE OF owner ON limited DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_limit();

CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP <> 'INSERT' THEN DELETE FROM audit; END IF; RETURN NULL; END $$;
CREATE TRIGGER swallow BEFORE INSERT ON swallowed FOR EACH ROW EXECUTE FUNCTION swallow();
CREATE TRIGGER disabled BEFORE INSERT ON swallowed FOR EACH ROW EXECUTE FUNCTION no_rows();
ALTER TABLE swallowed DISABLE TRIGGER disabled;
CREATE TRIGGER elsewhere BEFORE UPDATE OR DELETE ON swallowed FOR EACH ROW EXECUTE FUNCTION no_rows();
CREATE TRIGGER same BEFORE UPDATE ON swallowed FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

CREATE RULE nothing AS ON INSERT TO ruled DO INSTEAD NOTHING;
CREATE RULE "Some of them" AS ON INSERT TO ruled WHERE new.id > 3 DO INSTEAD INSERT INTO closed VALUES (new.id);
CREATE RULE also AS ON INSERT TO ruled DO ALSO NOTIFY somebody;
CREATE RULE update_only AS ON UPDATE TO ruled DO INSTEAD NOTHING;
