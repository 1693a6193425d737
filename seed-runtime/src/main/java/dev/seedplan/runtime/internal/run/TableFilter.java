package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.TableGlob;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Suggestions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tables of a plan that a run fills. What a selected table takes parents from is selected too, unless it is excluded:
 * then the parents are rows of the database.
 *
 * @param tables patterns of what to fill; none for everything
 * @param excluded patterns of what to leave out
 */
public record TableFilter(List<String> tables, List<String> excluded) {

    /** Everything. */
    public static final TableFilter ALL = new TableFilter(List.of(), List.of());

    /** {@return the program with the steps that are selected} */
    SeedProgram of(SeedProgram program) {
        if (tables.isEmpty() && excluded.isEmpty()) {
            return program;
        }
        PlanSpec spec = program.spec();
        Set<String> filled = spec.steps().stream().map(StepSpec::table).collect(Collectors.toCollection(TreeSet::new));
        Set<String> left = matching("--exclude", excluded, filled);
        Set<String> selected = tables.isEmpty() ? new TreeSet<>(filled) : matching("--tables", tables, filled);
        selected.removeAll(left);
        // Steps come after those of their parents, so one way back finds all; circles need more.
        for (int before = -1; before < selected.size(); ) {
            before = selected.size();
            for (StepSpec step : spec.steps()) {
                if (selected.contains(step.table())) {
                    parents(step)
                            .filter(t -> filled.contains(t) && !left.contains(t))
                            .forEach(selected::add);
                }
            }
        }
        List<StepSpec> steps =
                spec.steps().stream().filter(s -> selected.contains(s.table())).toList();
        Set<String> needed = new LinkedHashSet<>(selected);
        steps.forEach(step -> step.parents().forEach(parent -> needed.add(parent.table())));
        return new SelectedProgram(
                program,
                new PlanSpec(
                        spec.plan(),
                        spec.seed(),
                        spec.at(),
                        spec.locale(),
                        spec.schemaHash(),
                        spec.version(),
                        spec.tables().stream()
                                .filter(t -> needed.contains(t.id()))
                                .toList(),
                        steps,
                        spec.sqlBefore(),
                        spec.sqlAfter()));
    }

    private static java.util.stream.Stream<String> parents(StepSpec step) {
        return step.parents().stream().filter(p -> p.existing() == null).map(ParentSpec::table);
    }

    private static Set<String> matching(String flag, List<String> patterns, Set<String> tables) {
        Set<String> found = new TreeSet<>();
        String schema = defaultSchema(tables);
        for (String pattern : patterns) {
            TableGlob glob = TableGlob.of(pattern, schema);
            List<String> matches =
                    tables.stream().filter(table -> glob.matches(name(table))).toList();
            if (matches.isEmpty()) {
                throw RunError.BAD_USAGE.because(flag + " " + pattern + " matches no table of the plan, "
                        + Suggestions.of(pattern.indexOf('.') >= 0 ? pattern : schema + "." + pattern, tables));
            }
            found.addAll(matches);
        }
        return found;
    }

    /** A plan whose tables are all in one schema need not name it, as in the snapshot of such a database. */
    private static String defaultSchema(Set<String> tables) {
        Set<String> schemas = tables.stream().map(t -> name(t).schema()).collect(Collectors.toSet());
        return schemas.size() == 1 ? schemas.iterator().next() : "public";
    }

    private static QName name(String id) {
        return new QName(id.substring(0, id.indexOf('.')), id.substring(id.indexOf('.') + 1));
    }
}
