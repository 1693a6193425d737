package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.meaning.ColumnMeaning;
import dev.seedplan.runtime.internal.meaning.Meaning;
import dev.seedplan.runtime.internal.meaning.MeaningValues;
import dev.seedplan.runtime.internal.meaning.Meanings;
import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.TypeValues;
import dev.seedplan.runtime.internal.types.ValueSource;
import dev.seedplan.schema.Snapshot;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that a person believes for the columns of one table: by what a column means, else by its default, else by its type. */
public final class NaturalValues {

    /** How often a column with a constant for a default has that value. */
    private static final double DEFAULTED = 0.5;

    private final FillTable table;
    private final Meanings meanings;
    private final MeaningValues values;
    private final TypeValues types;

    NaturalValues(
            FillTable table,
            Snapshot snapshot,
            ValueOptions options,
            Function<SqlType.Domain, Optional<ValueSource>> domains) {
        this.table = table;
        meanings = Meanings.of(table.table(), snapshot, options.meanings());
        values = MeaningValues.of(meanings, options.at(), "en");
        types = new TypeValues(options.at(), domains);
    }

    /** {@return why there is no value for a column; empty if there is} */
    public Optional<String> refusal(int column) {
        return types.refusal(table.column(column).type());
    }

    public ColumnMeaning meaning(int column) {
        return meanings.column(table.column(column).name());
    }

    /** {@return whether a column that may be NULL is in a row; absences agree, so that what is not deleted has no time of deletion} */
    public boolean isNull(int column, Draws row) {
        return values.isNull(table.column(column).name(), row);
    }

    public double nullRate(int column) {
        return values.nullRate(table.column(column).name());
    }

    /**
     * {@return a value; null if nobody knows one}
     *
     * @param row the row's draws
     * @param attempt another number gives another value where there is one
     * @param style 0 for what suits the column; others, see {@link TextStyle}
     */
    @Nullable
    public Object value(int column, Draws row, RowView view, int attempt, int style) {
        Object styled = attempt == 0
                ? TextStyle.of(
                        table.column(column).type(),
                        style,
                        row.of(table.column(column).name()))
                : null;
        Object value = styled == null ? any(column, row, view, attempt) : styled;
        // PostgreSQL takes blanks at the end of char(n) for padding, and gives them back as such.
        boolean padded =
                table.column(column).type().scalar().filter(s -> s.is("bpchar")).isPresent();
        return padded && value instanceof String text ? text.stripTrailing() : value;
    }

    private @Nullable Object any(int column, Draws row, RowView view, int attempt) {
        FillColumn described = table.column(column);
        Draws draws = attempt == 0 ? row : row.of(attempt);
        Object byMeaning =
                meaning(column).meaning() == Meaning.NONE ? null : values.value(described.name(), draws, view);
        if (byMeaning != null) {
            return byMeaning;
        }
        Object constant = attempt == 0 ? Defaults.constant(described) : null;
        if (constant != null && draws.of(described.name()).of("default").chance(DEFAULTED)) {
            return constant;
        }
        return types.source(described.type())
                .map(source -> source.at(draws.of(described.name())))
                .orElse(null);
    }
}
