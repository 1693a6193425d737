package dev.seedplan.runtime.internal.load;

import static dev.seedplan.Values.email;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.ints;
import static dev.seedplan.Values.longs;
import static dev.seedplan.Values.sentences;
import static dev.seedplan.Values.slug;
import static dev.seedplan.Values.title;
import static dev.seedplan.Values.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.seedplan.Shape;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In the steady state engine, generators and encoders make no objects: a text nobody reads is never a String. */
class AllocationTest {

    /** A blog like the benchmarks' workload W1: 31 rows for each user. */
    private static SeedProgram blog(long users) {
        return new SlotsProgram(
                List.of(
                        SlotsProgram.table(
                                        "users",
                                        SlotsProgram.key("users"),
                                        ColumnSpec.of("email", "text", Kind.TEXT)
                                                .required(),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required(),
                                        ColumnSpec.of("bio", "text", Kind.TEXT))
                                .primaryKey("id")
                                .unique("users_email_key", "email")
                                .build(),
                        SlotsProgram.table(
                                        "tags",
                                        SlotsProgram.key("tags"),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required())
                                .primaryKey("id")
                                .unique("tags_name_key", "name")
                                .build(),
                        SlotsProgram.table(
                                        "posts",
                                        SlotsProgram.key("posts"),
                                        ColumnSpec.of("author_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("title", "text", Kind.TEXT)
                                                .required(),
                                        ColumnSpec.of("body", "text", Kind.TEXT).required(),
                                        ColumnSpec.of("kind", "text", Kind.TEXT).required(),
                                        ColumnSpec.of("views", "integer", Kind.INT4)
                                                .required(),
                                        ColumnSpec.of("size", "bigint", Kind.INT8)
                                                .required())
                                .primaryKey("id")
                                .foreignKey("author", List.of("author_id"), "public.users", List.of("id"), false)
                                .build(),
                        SlotsProgram.table(
                                        "post_tags",
                                        ColumnSpec.of("post_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("tag_id", "bigint", Kind.INT8)
                                                .required())
                                .primaryKey("post_id", "tag_id")
                                .foreignKey("post", List.of("post_id"), "public.posts", List.of("id"), false)
                                .foreignKey("tag", List.of("tag_id"), "public.tags", List.of("id"), false)
                                .build()),
                List.of(
                        StepSpec.rows(0, "users", "public.users", users),
                        StepSpec.rows(1, "tags", "public.tags", 1_000),
                        StepSpec.per(2, "posts", "public.posts")
                                .parent(ParentSpec.per("public.users", "author", 10, 10, Shape.UNIFORM, -1)),
                        StepSpec.per(3, "postTags", "public.post_tags")
                                .parent(ParentSpec.per("public.posts", "post", 2, 2, Shape.UNIFORM, -1))
                                .parent(ParentSpec.pick("public.tags", "tag", 0, true))),
                (step, call) -> body(step, (Slots) call.row()));
    }

    private static void body(int step, Slots row) {
        switch (step) {
            case 0 -> {
                row.note(1, email().unique());
                row.note(2, fullName());
                row.note(3, sentences(1).orNull(0.3));
            }
            case 1 -> row.note(1, slug().unique());
            case 2 -> {
                row.note(2, title());
                row.note(3, sentences(5));
                row.note(4, weighted("draft", 1, "published", 4));
                row.note(5, ints(0, 1_000).orNull(0.0));
                row.note(6, longs(0, 1L << 40));
            }
            default -> {}
        }
    }

    /** {@return the bytes that this thread allocates while it makes the rows} */
    private static long allocated(long users) {
        Layout layout =
                Layout.of(blog(users), 7, Map.of(), new Pools(AllocationTest.class.getClassLoader(), ""), (t, p) -> {
                    throw new IllegalStateException("no existing rows here");
                });
        layout.rehearse();
        Worker worker = layout.worker();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (StepLayout step : layout.steps()) {
            new Nowhere().load(step, 0, step.count(), worker, rows -> {});
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void moreRowsMakeNoMoreObjects() {
        allocated(500); // loads classes and dictionaries
        long few = allocated(1_000);
        long many = allocated(5_000);
        double perRow = (many - few) / (4_000 * 31.0);
        // The smallest object has 16 bytes. The margin is for lists that grow and code that is compiled meanwhile.
        assertThat(perRow).isLessThan(4);
    }
}
