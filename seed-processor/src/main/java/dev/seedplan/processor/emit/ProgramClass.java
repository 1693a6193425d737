package dev.seedplan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.check.CheckedPlan;
import dev.seedplan.processor.schema.Schemas;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes the program of a plan. */
public final class ProgramClass {

    private final CheckedPlan plan;
    private final String binaryName;
    private final String version;
    private final Sources sources;

    /**
     * Writes the program of {@code plan}.
     *
     * @param binaryName the plan's binary name
     * @param version the processor's version
     */
    public ProgramClass(CheckedPlan plan, String binaryName, String version, Sources sources) {
        this.plan = plan;
        this.binaryName = binaryName;
        this.version = version;
        this.sources = sources;
    }

    /** Writes the class. */
    public void write() throws IOException {
        ClassName name = ProgramName.of(plan.type());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addOriginatingElement(plan.type())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Names.SEED_PROGRAM)
                .addJavadoc("The program of the seed plan {@link $T}.\n", ClassName.get(plan.type()));
        sources.mark(type);
        // The plan or a method of it may be deprecated; whoever runs it has decided to.
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S, $S}", "all", "deprecation", "removal")
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Makes the program; it opens nothing.\n")
                .build());
        type.addMethod(MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "arguments")
                .addJavadoc("Runs the plan and exits.\n\n@param arguments flags; {@code --help} lists them\n")
                .addStatement("$T.exit($T.run(new $T(), arguments))", System.class, Names.SEED_MAIN, name)
                .build());
        type.addMethod(MethodSpec.methodBuilder("spec")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.PLAN_SPEC)
                .addStatement(
                        "return new $T($S, $LL, $S, $S, $S, $S, tables(), steps(), $L, $L)",
                        Names.PLAN_SPEC,
                        binaryName,
                        plan.seed(),
                        plan.at(),
                        plan.locale(),
                        plan.schema().hash(),
                        version,
                        Literals.list(plan.sqlBefore()),
                        Literals.list(plan.sqlAfter()))
                .build());
        type.addMethod(MethodSpec.methodBuilder("snapshot")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.SNAPSHOT_FILES)
                .addStatement(
                        "return new $T($S, $S)",
                        Names.SNAPSHOT_FILES,
                        plan.schema().file(),
                        Schemas.copyOf(plan.schema().name()))
                .build());
        type.addMethod(MethodSpec.methodBuilder("bind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.BOUND_PLAN)
                .addStatement("return new Bound()")
                .build());
        new TableSpecs(plan.schema()).addTo(type, plan.tables());
        StepSpecs.addTo(type, plan.steps());
        new PlanBridge(plan).addTo(type);
        sources.write(name.packageName(), type.build());
    }
}
