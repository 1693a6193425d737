package dev.seedplan.runtime.program;

import dev.seedplan.Draw;
import dev.seedplan.mapping.MappingRow;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a row method. */
public interface Call {

    /** {@return the row being filled, of the generated row class} */
    Object row();

    /**
     * {@return the parent for parent number {@code index} of the step, of the generated row class; null where the foreign key is NULL}
     */
    @Nullable
    Object parent(int index);

    /** {@return the asset the row comes from} */
    Object asset();

    /** {@return what the row's mapping is given} */
    MappingRow mapping();

    /** {@return the row's draws} */
    Draw draw();
}
