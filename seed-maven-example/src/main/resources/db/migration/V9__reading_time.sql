-- 1,200 characters are about a minute.
ALTER TABLE posts
    ADD COLUMN reading_minutes integer NOT NULL GENERATED ALWAYS AS (greatest(1, (length(body_md) + 1199) / 1200)) STORED,
    ADD CONSTRAINT posts_reading_minutes_check CHECK (reading_minutes > 0);

COMMENT ON COLUMN posts.reading_minutes IS 'Minutes, rounded up, at 1,200 characters a minute.';
