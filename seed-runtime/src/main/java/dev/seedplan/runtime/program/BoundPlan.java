package dev.seedplan.runtime.program;

import dev.seedplan.Assets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance of a plan, with its row methods by step. */
public interface BoundPlan {

    /** Calls the row method of step {@code step}. */
    void call(int step, Call call);

    /** Sets the columns of the mapping of step {@code step}, without the row method; does nothing where it has none. */
    default void map(int step, Call call) {}

    /**
     * {@return the pool in that field of the plan}
     *
     * @throws IllegalArgumentException if the plan has no such field
     */
    Assets<?> assets(String field);

    /** {@return the fields that {@link #assets} knows, sorted: what draws from their pools are keyed by} */
    default List<String> pools() {
        return List.of();
    }

    /**
     * {@return what the plan says for a rule of a distribution: a field of the asset, or what a method of the plan gives}
     *
     * @param step the step's number
     * @param question the question's number within the step
     * @param target the row, of the generated row class; null for a question about the asset alone
     * @param asset the asset; null for a question about the target alone
     * @throws IllegalArgumentException if there is no such question
     */
    default @Nullable Object ask(int step, int question, @Nullable Object target, @Nullable Object asset) {
        throw new IllegalArgumentException("step " + step + " has no question " + question);
    }
}
