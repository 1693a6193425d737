package dev.seedplan.templates.blogload;

import dev.seedplan.Rows;
import dev.seedplan.SeedPlan;
import dev.seedplan.example.blog.BlogDemo;
import dev.seedplan.example.blog.db.TagsRow;
import dev.seedplan.example.blog.db.UsersRow;
import dev.seedplan.CsvRow;

/** The example's blog with fifty times as many readers and shouting tags; everything else is inherited from its jar. */
@SeedPlan(seed = 7)
public class BlogLoad extends BlogDemo {

    /** Only the number changes. */
    @Override
    @Rows(2_000)
    protected void readers(UsersRow u) {
        super.readers(u);
    }

    /** Only the row changes: its number, a pool, is inherited. */
    @Override
    protected void tags(TagsRow t, CsvRow csv) {
        super.tags(t, csv);
        t.label(t.label().toUpperCase(java.util.Locale.ROOT));
    }
}
