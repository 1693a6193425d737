package dev.seedplan;

/** How a distribution chooses among the distributions that keep all bounds. */
public enum Strategy {
    /** Each asset goes to a target drawn by the targets' weights. */
    WEIGHTED_RANDOM,
    /** Each asset goes to any target, each as likely as another. */
    RANDOM,
    /** One after the other: the first asset to the first target, and after the last target the first again. */
    ROUND_ROBIN,
    /** As evenly as can be; which targets have one more is drawn. */
    EVEN,
    /** At most one for each target. */
    ONE_TO_ONE,
    /** By 1/rank: a few targets have most; which ones is drawn. */
    ZIPF
}
