package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.distribute.Distributed;
import dev.seedplan.processor.distribute.DistributionReader;
import dev.seedplan.processor.plan.Parameter;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Resolves the parents of a row method, and finds NOT NULL foreign keys that nobody provides. */
final class Parents {

    private final SchemaPackage schema;
    private final PlanReports reports;
    private final ForeignKeys keys;
    private final ExistingRule existing;
    private final DistributionReader distributions;

    Parents(SchemaPackage schema, PlanReports reports, DistributionReader distributions) {
        this.schema = schema;
        this.reports = reports;
        this.distributions = distributions;
        this.keys = new ForeignKeys(schema, reports);
        this.existing = new ExistingRule(schema, reports, keys);
    }

    /**
     * {@return the parents of a method}
     *
     * @param iterated the iterated one, null for none
     * @param asset the type of the assets that its rows come from; null where they come from no pool
     */
    List<Link> of(RowMethod method, @Nullable Parameter iterated, @Nullable TypeMirror asset) {
        List<Link> links = new ArrayList<>();
        // What a parent that is wrong may have stood for is not missing besides.
        Set<QName> wrong = new HashSet<>();
        for (Parameter.Parent parameter : method.parents()) {
            Link link = link(method.table(), parameter, parameter == iterated, asset);
            if (link == null || !add(link, links, method)) {
                wrong.add(parameter.table().name());
            }
        }
        Set<String> provided = new HashSet<>(own(method));
        for (AnnotationUse pick : RowMethod.allInherited(method.chain(), "Pick")) {
            Link link = picked(method.table(), pick);
            if (link == null) {
                provided.addAll(keys.meant(pick.text("value"), method.table()));
            } else {
                add(link, links, method);
            }
        }
        for (AnnotationUse own : RowMethod.allInherited(method.chain(), "Own")) {
            provided.addAll(keys.meant(own.text("value"), method.table()));
        }
        for (Parameter parameter : method.parameters()) {
            if (parameter instanceof Parameter.Lost lost) {
                RowMethod.inherited(lost.chain(), "Via")
                        .ifPresent(via -> provided.addAll(keys.meant(via.text("value"), method.table())));
                Suggestions.nearest(lost.type(), schema.rowClasses())
                        .forEach(row -> schema.tableOf(row).ifPresent(table -> wrong.add(table.name())));
            }
        }
        links.forEach(link -> provided.addAll(link.key().columns()));
        missing(method, provided, wrong);
        return links;
    }

    /** {@return the columns that the body sets} */
    Set<String> own(RowMethod method) {
        Set<String> columns = new HashSet<>();
        for (AnnotationUse own : RowMethod.allInherited(method.chain(), "Own")) {
            String column = own.text("value");
            if (keys.exists(column, method.table(), own.at("value"))) {
                columns.add(column);
            }
        }
        return columns;
    }

    private boolean add(Link link, List<Link> links, RowMethod method) {
        if (link.distributed() != null && links.stream().anyMatch(other -> other.distributed() != null)) {
            reports.error(
                    link.place(),
                    ProcessorError.BAD_DISTRIBUTION.message(method.name() + " distributes over two parents"));
            return false;
        }
        for (Link other : links) {
            if (other.key().columns().equals(link.key().columns())) {
                reports.error(
                        link.place(),
                        ProcessorError.PARENT_TWICE.message(
                                schema.shortName(method.table().name()) + "." + ForeignKeys.columns(link.key())
                                        + " has two parents in " + method.name()));
                return false;
            }
        }
        return links.add(link);
    }

    private @Nullable Link link(Table child, Parameter.Parent parameter, boolean iterated, @Nullable TypeMirror asset) {
        Table parent = parameter.table();
        Place place = Place.of(parameter.element());
        Optional<AnnotationUse> via = RowMethod.inherited(parameter.chain(), "Via");
        String column = via.map(use -> use.text("value")).orElse("");
        ForeignKey key = column.isEmpty()
                ? keys.between(child, parent, place)
                : keys.of(column, child, parent, via.orElseThrow().at("value"));
        Optional<AnnotationUse> tree = RowMethod.inherited(parameter.chain(), "Tree");
        Optional<AnnotationUse> pick = RowMethod.inherited(parameter.chain(), "Pick");
        Optional<AnnotationUse> rows = RowMethod.inherited(parameter.chain(), "Existing");
        Link.ExistingRows existingRows =
                rows.map(use -> existing.of(use, parent)).orElse(null);
        Distributed distributed = distributions.of(parameter, iterated, asset);
        boolean sound = rolesAgree(iterated, tree, pick, rows)
                && (distributed != null
                        || RowMethod.inherited(parameter.chain(), "Distribute").isEmpty());
        if (tree.isPresent()) {
            Link link = tree(child, parent, key, tree.get(), via.orElse(null));
            return sound ? link : null;
        }
        if (parent.name().equals(child.name()) && rows.isEmpty()) {
            reports.error(
                    place,
                    ProcessorError.SELF_REFERENCE.message(
                            "a row of " + schema.shortName(child.name()) + " has another one as its parent"));
            sound = false;
        }
        double nulls = nulls(child, key, via.orElse(null), iterated);
        if (key == null || !sound) {
            return null;
        }
        return new Link(
                place,
                distributed != null ? Link.Role.DISTRIBUTE : iterated ? Link.Role.PER : Link.Role.PICK,
                parent,
                key,
                nulls,
                pick.map(use -> use.flag("distinct")).orElse(false),
                0,
                0,
                existingRows,
                false,
                distributed);
    }

    private boolean rolesAgree(
            boolean iterated,
            Optional<AnnotationUse> tree,
            Optional<AnnotationUse> pick,
            Optional<AnnotationUse> existingRows) {
        String others = (iterated ? "@Per " : "")
                + (pick.isPresent() ? "@Pick " : "")
                + (tree.isPresent() && existingRows.isPresent() ? "@Existing " : "");
        Optional<AnnotationUse> at = tree.isPresent() ? tree : iterated ? pick : Optional.empty();
        if (at.isPresent() && !others.isEmpty()) {
            String what = tree.isPresent() ? "@Tree stands beside " + others.strip() : "@Pick stands beside @Per";
            reports.error(at.get().at(), ProcessorError.ROLES.message(what));
            return false;
        }
        return true;
    }

    private @Nullable Link tree(
            Table child, Table parent, @Nullable ForeignKey key, AnnotationUse tree, @Nullable AnnotationUse via) {
        int before = reports.errors();
        double roots = tree.fraction("roots");
        long depth = tree.number("depth");
        if (!parent.name().equals(child.name())) {
            treeError(
                    tree.at(),
                    "the parent is of " + schema.shortName(parent.name()) + ", the method fills "
                            + schema.shortName(child.name()));
        } else if (key != null && !ForeignKeys.nullable(key, child)) {
            treeError(
                    tree.at(),
                    schema.shortName(child.name()) + "." + ForeignKeys.columns(key)
                            + " is NOT NULL, so that no row can be a root");
        }
        if (!(roots >= 0 && roots <= 1)) {
            reports.error(tree.at("roots"), ProcessorError.BAD_SHARE.message("roots is " + roots));
        }
        if (depth < 1) {
            treeError(tree.at("depth"), "depth is " + depth);
        }
        if (via != null && via.has("nulls")) {
            reports.error(
                    via.at("nulls"),
                    ProcessorError.NULLS.message("@Tree decides with roots which rows have no parent"));
        }
        return key == null || reports.errors() > before
                ? null
                : new Link(
                        Place.of(tree.element()),
                        Link.Role.TREE,
                        parent,
                        key,
                        0,
                        false,
                        roots,
                        (int) depth,
                        null,
                        false,
                        null);
    }

    private void treeError(Place place, String what) {
        reports.error(place, ProcessorError.BAD_TREE.message(what));
    }

    private double nulls(Table child, @Nullable ForeignKey key, @Nullable AnnotationUse via, boolean iterated) {
        double nulls = via == null ? 0 : via.fraction("nulls");
        if (via == null || nulls == 0) {
            return 0;
        }
        if (!(nulls > 0 && nulls <= 1)) {
            reports.error(via.at("nulls"), ProcessorError.BAD_SHARE.message("nulls is " + nulls));
        } else if (iterated) {
            reports.error(
                    via.at("nulls"), ProcessorError.NULLS.message("a parent that is iterated with @Per is never NULL"));
        } else if (key != null && !ForeignKeys.nullable(key, child)) {
            reports.error(
                    via.at("nulls"),
                    ProcessorError.NULLS.message(
                            schema.shortName(child.name()) + "." + ForeignKeys.columns(key) + " is NOT NULL"));
        }
        return nulls;
    }

    private @Nullable Link picked(Table child, AnnotationUse pick) {
        String column = pick.text("value");
        if (column.isEmpty()) {
            reports.error(
                    pick.at(), ProcessorError.UNKNOWN_COLUMN.message("@Pick on a method names no foreign key column"));
            return null;
        }
        ForeignKey key = keys.of(column, child, null, pick.at("value"));
        if (key == null) {
            return null;
        }
        Table parent = schema.table(key.references()).orElse(null);
        if (parent == null) {
            reports.error(
                    pick.at("value"),
                    ProcessorError.LOST_FOREIGN_KEY.message("the foreign key " + key.name() + " leads to "
                            + key.references() + ", which is not in the snapshot"));
            return null;
        }
        if (parent.name().equals(child.name())) {
            reports.error(
                    pick.at("value"),
                    ProcessorError.SELF_REFERENCE.message(schema.shortName(child.name()) + "." + column
                            + " refers to the same table, and @Pick knows only rows of another"));
            return null;
        }
        return new Link(
                pick.at("value"), Link.Role.PICK, parent, key, 0, pick.flag("distinct"), 0, 0, null, false, null);
    }

    private void missing(RowMethod method, Set<String> provided, Set<QName> wrong) {
        Table child = method.table();
        Set<List<String>> reported = new HashSet<>();
        for (ForeignKey key : child.foreignKeys()) {
            boolean needed = !wrong.contains(key.references())
                    && !ForeignKeys.nullable(key, child)
                    && !ForeignKeys.generated(key, child)
                    && !provided.containsAll(key.columns());
            if (needed && reported.add(key.columns())) {
                reports.error(
                        Place.of(method.element()),
                        ProcessorError.MISSING_PARENT.message(method.name() + " needs a parent of "
                                + schema.shortName(key.references()) + ": " + schema.shortName(child.name()) + "."
                                + ForeignKeys.columns(key) + " references it and is NOT NULL; "
                                + "for a drawn one write @Pick(\""
                                + key.columns().get(0) + "\") above the method"));
            }
        }
    }
}
