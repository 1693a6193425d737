package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Slots;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a step, seen through a sample of its rows, among them the first and the last: shows that a row method has
 * changed, whatever compiled it. Taken before keys come from sequences, it is the same on every database.
 *
 * @param addresses a hash of the rows' addresses
 * @param columns a hash of the values of each column that is not left to the server
 */
public record Fingerprint(long addresses, SortedMap<String, Long> columns) {

    private static final int SAMPLE = 256;

    /**
     * Takes it.
     *
     * @param count of how many of the step's first rows, at most all
     */
    public static Fingerprint of(Layout layout, StepLayout step, long count) {
        List<ColumnSpec> columns = step.table().table().columns();
        long[] hashes = new long[columns.size()];
        long addresses = count;
        Worker worker = layout.worker();
        StepPass pass = worker.pass(step);
        int sample = (int) Math.min(SAMPLE, count);
        for (int i = 0; i < sample; i++) {
            long local = sample == 1 ? 0 : Math.multiplyExact(i, count - 1) / (sample - 1);
            addresses = Mix.combine(addresses, step.address(local, worker));
            pass.moveTo(local);
            for (int c = 0; c < hashes.length; c++) {
                if (step.sends(c)) {
                    pass.slots().settle(c);
                    hashes[c] = pass.slots().state(c) == Slots.SERVER
                            ? hashes[c]
                            : Mix.combine(hashes[c], ValueText.of(pass.value(c)));
                }
            }
        }
        SortedMap<String, Long> named = new TreeMap<>();
        for (int c = 0; c < hashes.length; c++) {
            if (step.sends(c)) {
                named.put(columns.get(c).name(), hashes[c]);
            }
        }
        return new Fingerprint(addresses, named);
    }
}
