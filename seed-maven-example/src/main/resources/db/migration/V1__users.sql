-- Everyone who writes, edits or comments.
CREATE TABLE users (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      text        NOT NULL,
    email     text        NOT NULL,
    homepage  varchar(120),
    bio       text,
    joined_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_check CHECK (email LIKE '%_@_%'),
    CONSTRAINT users_name_check CHECK (name <> '')
);

COMMENT ON TABLE users IS 'People with an account: authors, editors and those who only comment.';
COMMENT ON COLUMN users.email IS 'Where password mails go. Never shown on the site.';
COMMENT ON COLUMN users.bio IS 'Two or three sentences in the author''s own words, shown below an article.';
