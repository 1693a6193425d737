ALTER TYPE post_status ADD VALUE 'archived';

ALTER TABLE posts
    ADD CONSTRAINT posts_published_at_check CHECK (status <> 'published' OR published_at IS NOT NULL);

COMMENT ON TYPE post_status IS 'The life of an article. Archived ones keep their address but leave the lists.';
COMMENT ON COLUMN posts.published_at IS 'May lie ahead: the article then appears by itself.';
