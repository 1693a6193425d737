alter table users add primary key (id), add unique (email);
alter table tags add primary key (id), add unique (name);
alter table posts add primary key (id);
alter table post_tags add primary key (post_id, tag_id);
create index posts_author_id on posts (author_id);
create index post_tags_tag_id on post_tags (tag_id);
alter table posts add constraint posts_author_id_fkey foreign key (author_id) references users;
alter table post_tags
  add constraint post_tags_post_id_fkey foreign key (post_id) references posts,
  add constraint post_tags_tag_id_fkey foreign key (tag_id) references tags;
