-- A second foreign key to users: losing the editor must not lose the article.
ALTER TABLE posts
    ADD COLUMN editor_id bigint,
    ADD CONSTRAINT posts_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES users (id) ON DELETE SET NULL;

COMMENT ON COLUMN posts.editor_id IS 'Who looked after the article. NULL for articles nobody edited.';
