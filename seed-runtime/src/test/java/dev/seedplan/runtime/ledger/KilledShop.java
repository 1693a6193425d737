package dev.seedplan.runtime.ledger;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;

/** A process that seeds the shop and tells of each step of progress on a line, for tests that kill it meanwhile. */
final class KilledShop {

    private KilledShop() {}

    /** Takes URL, user, password, the mode's {@code atomic} and the number of rows to commit after. */
    public static void main(String[] arguments) {
        Keeping keeping = new Keeping(
                true,
                "seedplan",
                OnChange.REFUSE,
                Boolean.parseBoolean(arguments[3]),
                Long.parseLong(arguments[4]),
                Duration.ofSeconds(20));
        System.out.println("connecting");
        Execution.run(
                new ShopPlanSeed(),
                () -> {
                    System.out.println("connected");
                    return DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                },
                new RunOptions(null, Map.of("customers", 150L), false, "").keeping(keeping),
                state -> System.out.println(state.table() + " " + state.done()));
        System.out.println("done");
    }
}
