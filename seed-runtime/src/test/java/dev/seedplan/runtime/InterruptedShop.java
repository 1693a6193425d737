package dev.seedplan.runtime;

import dev.seedplan.runtime.shop.ShopPlanSeed;

/** A process that seeds the shop as a generated program does, for tests that send it signals. */
final class InterruptedShop {

    private InterruptedShop() {}

    /** Takes a program's flags. */
    public static void main(String[] arguments) {
        System.exit(SeedMain.run(new ShopPlanSeed(), arguments));
    }
}
