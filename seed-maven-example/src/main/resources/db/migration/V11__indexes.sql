-- PostgreSQL indexes what a foreign key points at, never the column that points.
CREATE INDEX posts_author_id_idx ON posts (author_id);
CREATE INDEX posts_editor_id_idx ON posts (editor_id) WHERE editor_id IS NOT NULL;
CREATE INDEX post_tags_tag_id_idx ON post_tags (tag_id);
CREATE INDEX comments_post_id_created_at_idx ON comments (post_id, created_at);
CREATE INDEX comments_author_id_idx ON comments (author_id);
CREATE INDEX comments_parent_id_idx ON comments (parent_id);

-- The front page asks for nothing else.
CREATE INDEX posts_front_page_idx ON posts (published_at DESC) WHERE status = 'published';
CREATE INDEX posts_tags_idx ON posts USING gin (tags);
