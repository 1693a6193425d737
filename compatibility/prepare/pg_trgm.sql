-- The application asks for this extension to be there.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
