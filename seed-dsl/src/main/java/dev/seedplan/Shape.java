package dev.seedplan;

/** How numbers between a minimum and a maximum are spread. */
public enum Shape {
    /** Each number is as likely as any other. */
    UNIFORM,
    /** Small numbers are likely, large ones rare: the k-th number has weight 1/k. */
    ZIPF,
    /** Numbers in the middle are likelier: the mean of two uniform draws. */
    TRIANGLE
}
