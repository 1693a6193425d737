-- What one would do without a thought: every index and foreign key stays.
\copy users from 'users.bin' (format binary)
\copy tags from 'tags.bin' (format binary)
\copy posts from 'posts.bin' (format binary)
\copy post_tags from 'post_tags.bin' (format binary)
