-- The other of two connections.
begin;
truncate users, tags, post_tags;
\copy users from 'users.bin' (format binary, freeze)
\copy tags from 'tags.bin' (format binary, freeze)
\copy post_tags from 'post_tags.bin' (format binary, freeze)
alter table users add primary key (id), add unique (email);
alter table tags add primary key (id), add unique (name);
alter table post_tags add primary key (post_id, tag_id);
create index post_tags_tag_id on post_tags (tag_id);
commit;
