package dev.seedplan.cli.plans;

/** Stands for a plan; its program is {@link SampleSeed}. */
public final class Sample {

    private Sample() {}
}
