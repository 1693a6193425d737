alter table posts add constraint posts_author_id_fkey foreign key (author_id) references users;
alter table post_tags
  add constraint post_tags_post_id_fkey foreign key (post_id) references posts,
  add constraint post_tags_tag_id_fkey foreign key (tag_id) references tags;
