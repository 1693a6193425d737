package dev.seedplan.runtime.shop;

import static dev.seedplan.Values.constant;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;

/** The shop with another name for every third customer: a changed method body, and nothing else. */
public final class RenamedShop implements SeedProgram {

    private final SeedProgram shop = new ShopPlanSeed();

    @Override
    public PlanSpec spec() {
        return shop.spec();
    }

    @Override
    public BoundPlan bind() {
        BoundPlan plan = shop.bind();
        return new BoundPlan() {
            @Override
            public void call(int step, Call call) {
                plan.call(step, call);
                if (step == 0 && call.draw().row() % 3 == 0) {
                    ((Rows.CustomersRow) call.row()).name(constant("Ada"));
                }
            }

            @Override
            public Assets<?> assets(String field) {
                return plan.assets(field);
            }
        };
    }
}
