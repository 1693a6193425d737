package dev.seedplan;

/**
 * A source of text made from another text of the row, which may repeat unless {@link #unique()} is asked for.
 *
 * <pre>{@code
 * u.email(emailOf(u.name()).unique());
 * }</pre>
 */
public interface DerivedText extends TextGen {

    /**
     * {@return this source with a code of 6 characters that no other row of the table has} The code is the row's ordinal,
     * permuted by a key of the seed, and is always there, so that a further row changes no earlier one. What stands
     * before it is cut to fit the column. It serves 2^30 rows (about a thousand million).
     */
    TextGen unique();
}
