alter table posts drop constraint posts_author_id_fkey;
alter table post_tags drop constraint post_tags_post_id_fkey, drop constraint post_tags_tag_id_fkey, drop constraint post_tags_pkey;
alter table posts drop constraint posts_pkey;
alter table users drop constraint users_pkey, drop constraint users_email_key;
alter table tags drop constraint tags_pkey, drop constraint tags_name_key;
drop index posts_author_id, post_tags_tag_id;
