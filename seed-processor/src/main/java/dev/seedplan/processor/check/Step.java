package dev.seedplan.processor.check;

import dev.seedplan.processor.mapping.CompiledMapping;
import dev.seedplan.processor.plan.RowMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row method with everything resolved.
 *
 * @param method the method
 * @param count where the number of its rows comes from
 * @param links its parents: of its parameters in order, then of its own {@code @Pick}
 * @param own the columns its body sets
 * @param mapping its mapping; null where it has none
 * @param sqlBefore scripts before it
 * @param sqlAfter scripts after it
 */
public record Step(
        RowMethod method,
        Count count,
        List<Link> links,
        Set<String> own,
        @Nullable CompiledMapping mapping,
        List<String> sqlBefore,
        List<String> sqlAfter) {

    /** {@return of a link table by density the parent that the iterated one is paired with; empty for other steps} */
    public Optional<Link> paired() {
        return count instanceof Count.Pairs ? Link.other(links) : Optional.empty();
    }

    Step withLinks(List<Link> other) {
        return new Step(method, count, other, own, mapping, sqlBefore, sqlAfter);
    }
}
