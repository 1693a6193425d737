package dev.seedplan.mapping;

import dev.seedplan.Assets;
import dev.seedplan.Cell;
import dev.seedplan.OptionalGen;
import dev.seedplan.spi.Fitting;
import org.jspecify.annotations.Nullable;

/** What a mapping's compiled lines are given besides row and asset. */
public final class MappingRow {

    /** Apart from the labels that generators and texts drawn again give their parts. */
    private static final int FIRST_LABEL = 1 << 20;

    private final MappingHost host;

    /** Makes one; the runtime does, once for each place it computes rows in. */
    public MappingRow(MappingHost host) {
        this.host = host;
    }

    /**
     * {@return a column by its name and expression}
     *
     * @param field the field that the expression begins with, for messages; empty for none
     */
    public <T> MappedColumn<T> column(String name, String field, Formula<T> formula) {
        return new MappedColumn<>(host, name, field, formula);
    }

    /**
     * {@return a generator's value}
     *
     * @param number which of the expression's draws it is; the first has the column's own
     */
    public <T> @Nullable T draw(Cell cell, int number, OptionalGen<? extends T> gen) {
        if (number == 0) {
            return Fitting.value(gen, cell);
        }
        long mark = cell.enter(FIRST_LABEL + number);
        try {
            return Fitting.value(gen, cell);
        } finally {
            cell.leave(mark);
        }
    }

    /** {@return an asset of another pool} */
    public <A> A pick(Assets<A> pool, Cell cell, int number) {
        long mark = cell.enter(FIRST_LABEL + number);
        try {
            return host.pick(pool, cell);
        } finally {
            cell.leave(mark);
        }
    }

    /** {@return a fact about the asset's file; null where this asset has none} */
    public @Nullable String fact(String name) {
        return host.fact(name);
    }

    /** {@return markdown as HTML} */
    String html(String markdown) {
        return host.html(markdown);
    }

    /** {@return the text of markdown without its marks} */
    String plainText(String markdown) {
        return host.plainText(markdown);
    }
}
