package dev.seedplan.runtime;

/** What a run does where the database holds rows of an earlier run of the same plan, and the plan differs from that. */
public enum OnChange {
    /** Reports the difference and writes nothing. */
    REFUSE,
    /** Writes only rows that the earlier runs did not have; what they wrote stays as it is. */
    ADD,
    /** Takes back the rows of the earlier runs, and writes anew; refuses where somebody changed or needs one of them. */
    REPLACE
}
