-- Keys are uuids because the reader's browser shows a comment before the server has answered.
CREATE TABLE comments (
    id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    post_id    bigint      NOT NULL,
    author_id  bigint      NOT NULL,
    parent_id  uuid,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT comments_body_check CHECK (body <> ''),
    CONSTRAINT comments_parent_id_check CHECK (parent_id <> id),
    CONSTRAINT comments_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
    CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id),
    CONSTRAINT comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments (id) ON DELETE CASCADE
);

COMMENT ON TABLE comments IS 'What readers say below an article, and what others reply.';
COMMENT ON COLUMN comments.parent_id IS 'The comment this one replies to; NULL where a thread starts.';
