CREATE TYPE article_state AS ENUM ('draft', 'published', 'archived');

CREATE TABLE spaces (
    slug text PRIMARY KEY,
    name text NOT NULL,
    is_public boolean NOT NULL
);

CREATE TABLE staff (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE
);

CREATE TABLE articles (
    id uuid PRIMARY KEY,
    space_slug text NOT NULL REFERENCES spaces (slug),
    author_id bigint NOT NULL REFERENCES staff (id),
    title varchar(80) NOT NULL,
    slug text NOT NULL UNIQUE,
    excerpt varchar(200) NOT NULL,
    body_html text NOT NULL,
    read_minutes smallint NOT NULL CHECK (read_minutes BETWEEN 1 AND 60),
    keywords text[] NOT NULL DEFAULT '{}',
    state article_state NOT NULL DEFAULT 'draft',
    source_path text NOT NULL UNIQUE,
    reviewed_on date,
    updated_at timestamptz NOT NULL
);
