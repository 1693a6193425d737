package dev.seedplan.processor;

import dev.seedplan.processor.check.CheckedPlan;
import dev.seedplan.processor.check.PlanChecker;
import dev.seedplan.processor.emit.EnumClass;
import dev.seedplan.processor.emit.PlanJson;
import dev.seedplan.processor.emit.ProgramClass;
import dev.seedplan.processor.emit.RowClass;
import dev.seedplan.processor.emit.Sources;
import dev.seedplan.processor.plan.PlanModel;
import dev.seedplan.processor.plan.PlanReader;
import dev.seedplan.processor.plan.Unresolved;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.report.Reports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.Schemas;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.TreeSet;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** One package or one plan at a time, from its element to the files; whatever goes wrong is reported on that element. */
final class Work {

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Schemas schemas;
    private final Reports reports;

    Work(ProcessingEnvironment environment, Schemas schemas, Reports reports) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.schemas = schemas;
        this.reports = reports;
    }

    /** Something that writes files. */
    private interface Writing {
        void write() throws IOException;
    }

    /** Generates the classes of a package with {@code @SeedSchema}. */
    void schema(PackageElement element) {
        guarded(element, () -> {
            Optional<SchemaPackage> found = schemas.of(element, element);
            if (found.isPresent()) {
                generate(element, found.get());
            }
        });
    }

    private void generate(PackageElement element, SchemaPackage schema) throws IOException {
        Sources sources = new Sources(environment.getFiler(), elements, element);
        RowClass rows = new RowClass(schema, sources);
        for (Table table : schema.snapshot().tables()) {
            rows.write(table);
        }
        EnumClass enums = new EnumClass(schema, sources);
        for (UserType type : schema.snapshot().types()) {
            if (type instanceof UserType.EnumType labels && !labels.labels().isEmpty()) {
                enums.write(labels);
            }
        }
        sources.writeResource(Schemas.copyOf(schema.name()), schema.text());
    }

    /** Checks a plan and generates its program; {@return false if its types do not all exist yet} */
    boolean plan(TypeElement plan) {
        if (Unresolved.any(plan)) {
            return false;
        }
        guarded(plan, () -> {
            Optional<CheckedPlan> checked = check(plan);
            if (checked.isPresent()) {
                generate(plan, checked.get());
            }
        });
        return true;
    }

    private Optional<CheckedPlan> check(TypeElement plan) {
        PlanReports messages = reports.about(plan);
        PlanReader reader = new PlanReader(elements, environment.getTypeUtils(), schemas, plan, messages);
        Optional<PlanModel> model = reader.read();
        return model.flatMap(read -> new PlanChecker(elements, environment.getTypeUtils(), read, messages).check());
    }

    private void generate(TypeElement plan, CheckedPlan checked) throws IOException {
        Sources sources = new Sources(environment.getFiler(), elements, plan);
        String name = elements.getBinaryName(plan).toString();
        new ProgramClass(checked, name, Version.NUMBER, sources).write();
        sources.writeResource(PlanJson.path(name), PlanJson.of(checked, name, Version.NUMBER));
    }

    /**
     * Of a plan that mentions types that do not exist: says, beside the compiler's own errors, which row classes may have
     * been meant, and what else is wrong with it, so that one compilation shows all of it.
     */
    void unresolved(TypeElement plan) {
        guarded(plan, () -> {
            TreeSet<String> rows = new TreeSet<>();
            schemas.known().forEach(schema -> rows.addAll(schema.rowClasses()));
            if (rows.isEmpty()) {
                // Either its snapshot could not be read, which has been reported, or there is nothing to suggest.
                return;
            }
            PlanReports messages = reports.about(plan);
            for (Unresolved.Missing missing : Unresolved.parameters(plan)) {
                String name = missing.type();
                if (!name.isEmpty() && !rows.contains(name)) {
                    messages.hint(
                            missing.parameter(),
                            missing.method(),
                            ProcessorError.UNKNOWN_ROW_CLASS.message(
                                    "the snapshot has no table for " + name + "; " + Suggestions.of(name, rows)));
                }
            }
            // The compiler's errors about signatures keep it from looking at bodies, so ours hide nothing.
            check(plan);
        });
    }

    private void guarded(Element element, Writing writing) {
        try {
            writing.write();
        } catch (FilerException e) {
            reports.error(Place.of(element), ProcessorError.NAME_TAKEN.message(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            reports.error(
                    Place.of(element), ProcessorError.INTERNAL.message("a generated file could not be written: " + e));
        } catch (RuntimeException e) {
            StringWriter stack = new StringWriter();
            e.printStackTrace(new PrintWriter(stack));
            reports.error(
                    Place.of(element),
                    ProcessorError.INTERNAL.message(
                            "internal error in seed-processor " + Version.NUMBER + ":\n" + stack + "\n"));
        }
    }
}
