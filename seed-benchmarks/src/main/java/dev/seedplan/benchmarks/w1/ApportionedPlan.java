package dev.seedplan.benchmarks.w1;

import dev.seedplan.Per;
import dev.seedplan.SeedPlan;
import dev.seedplan.Shape;
import dev.seedplan.benchmarks.w1.db.PostsRow;
import dev.seedplan.benchmarks.w1.db.UsersRow;

/** W1 with a number of posts that is shared among the users, for the kernel of apportionment. */
@SeedPlan(seed = 2026, at = "2026-01-01T00:00:00Z")
public class ApportionedPlan extends W1Plan {

    @Override
    protected void posts(PostsRow p, @Per(min = 0, max = 100, shape = Shape.ZIPF, total = 500_000) UsersRow author) {
        super.posts(p, author);
    }
}
