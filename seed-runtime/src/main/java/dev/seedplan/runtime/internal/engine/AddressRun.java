package dev.seedplan.runtime.internal.engine;

/** The addresses of a table's rows, one after the other. */
interface AddressRun {

    /** {@return how many rows there are} */
    long size();

    /** Calls {@code each} with the ordinal and address of every row, in order. */
    void forEach(Each each);

    /** Takes a row. */
    interface Each {

        /** Takes the row with that ordinal and address. */
        void row(long ordinal, long address);
    }
}
