-- What Diesel creates before the migrations.
CREATE TABLE public.__diesel_schema_migrations (
  version varchar(50) PRIMARY KEY,
  run_on timestamp NOT NULL DEFAULT current_timestamp
);
