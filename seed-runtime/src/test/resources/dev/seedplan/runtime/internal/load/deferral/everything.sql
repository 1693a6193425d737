-- Every property of a foreign key or plain index that must survive being dropped and added again.
create schema "Other Place";
create function "Other Place".twice(n int) returns int immutable language sql as 'select n * 2';
create table authors (
  id bigint generated always as identity primary key,
  code text not null,
  region int not null,
  unique (region, code)
);
create table "Other Place"."Odd ""Table""" (id int primary key, note text);
comment on table "Other Place"."Odd ""Table""" is 'it''s \ odd';
create table books (
  id bigint generated always as identity primary key,
  author_id bigint,
  author_code text,
  author_region int,
  sequel_of bigint,
  odd int,
  title text not null,
  tags text[],
  printed int not null default 0,
  constraint "by whom" foreign key (author_id) references authors on delete cascade on update set null,
  constraint zz_full foreign key (author_region, author_code) references authors (region, code) match full
    deferrable initially deferred,
  constraint aa_self foreign key (sequel_of) references books deferrable,
  constraint odd_key foreign key (odd) references "Other Place"."Odd ""Table""" on delete set default
);
comment on constraint "by whom" on books is E'who wrote it\nand \\ why';
create index books_title on books using btree (title text_pattern_ops desc nulls last, printed) include (author_id)
  with (fillfactor = 71, deduplicate_items = off);
create index "Books Lower" on books (lower(title) collate "C", "Other Place".twice(printed)) where printed > 3;
create index books_tags on books using gin (tags) with (fastupdate = off);
create index books_hash on books using hash (printed);
create index books_brin on books using brin (id) with (pages_per_range = 7);
create unique index books_identity on books (id, title);
alter index "Books Lower" alter column 1 set statistics 321;
alter index "Books Lower" alter column 2 set statistics 0;
comment on index books_tags is 'the reader''s \ tags';
alter table books replica identity using index books_identity;
cluster books using books_title;
alter table books set without cluster;
alter table books cluster on books_title;
create unlogged table loans (book_id bigint not null references books, since date, primary key (book_id));
create index loans_since on loans (since);
create statistics books_stats on title, printed from books;
