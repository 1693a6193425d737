package dev.seedplan.content.distribute;

/**
 * What a set of nodes says about the rules: by Hoffman's theorem, as much must be able to leave it as must enter. For
 * relaxations {@code x} this is {@code sum(weights[r] * x[r]) >= deficit}.
 *
 * @param weights by how much a unit of each rule helps
 * @param deficit how much is lacking
 */
record Cut(int[] weights, long deficit) {

    long lacking(int[] by) {
        long lacking = deficit;
        for (int rule = 0; rule < weights.length; rule++) {
            lacking -= (long) weights[rule] * by[rule];
        }
        return lacking;
    }
}
