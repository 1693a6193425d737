ALTER TABLE posts
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN meta jsonb  NOT NULL DEFAULT '{}';

COMMENT ON COLUMN posts.tags IS 'Labels as the author typed them. Editors file the article under curated ones in post_tags.';
COMMENT ON COLUMN posts.meta IS 'Whatever the theme wants to know, e.g. {"hero": "harbour.jpg", "toc": true}.';
