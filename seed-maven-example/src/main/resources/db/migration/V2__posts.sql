CREATE TYPE post_status AS ENUM ('draft', 'published');

CREATE TABLE posts (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id    bigint       NOT NULL,
    title        varchar(200) NOT NULL,
    slug         text         NOT NULL,
    excerpt      text,
    body_md      text         NOT NULL,
    status       post_status  NOT NULL DEFAULT 'draft',
    published_at timestamptz,
    created_at   timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT posts_slug_key UNIQUE (slug),
    CONSTRAINT posts_slug_check CHECK (slug = lower(slug)),
    CONSTRAINT posts_excerpt_check CHECK (char_length(excerpt) <= 300),
    -- An account with articles is not deleted by accident.
    CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE RESTRICT
);

COMMENT ON TABLE posts IS 'Articles, from the first draft on.';
COMMENT ON COLUMN posts.slug IS 'Last part of the article''s address; never changes once published.';
COMMENT ON COLUMN posts.excerpt IS 'Shown in lists and feeds, 300 characters at most.';
COMMENT ON COLUMN posts.body_md IS 'Markdown. HTML such as <kbd> is allowed & passed on as it is.';
