-- One of two connections: the table that is half of all bytes.
begin;
truncate posts;
\copy posts from 'posts.bin' (format binary, freeze)
alter table posts add primary key (id);
create index posts_author_id on posts (author_id);
commit;
