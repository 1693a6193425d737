-- The best the server can do on one connection, from files: TRUNCATE, FREEZE, indexes and keys after, one transaction.
begin;
\i drop.sql
truncate users, tags, posts, post_tags;
\copy users from 'users.bin' (format binary, freeze)
\copy tags from 'tags.bin' (format binary, freeze)
\copy posts from 'posts.bin' (format binary, freeze)
\copy post_tags from 'post_tags.bin' (format binary, freeze)
\i add.sql
commit;
