package dev.seedplan;

/** What a distribution does where there are fewer assets than its targets must have together. */
public enum TooFew {
    /**
     * Assets of the same shape make up the number: each of their fields holds what those of real ones hold, mixed anew. The
     * summary counts them.
     */
    MAKE,
    /** The rules are relaxed until what there is suffices. */
    RELAX
}
