package dev.seedplan.faker;

import dev.seedplan.spi.Mix;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Random numbers that begin anew at each value: SplitMix64, without the state that {@link Random} keeps between two calls
 * of {@code nextGaussian}.
 */
final class AddressRandom implements RandomGenerator {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    void moveTo(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return Mix.mix(state);
    }
}
