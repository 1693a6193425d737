package dev.seedplan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.seedplan.processor.check.CheckedPlan;
import dev.seedplan.processor.check.Step;
import dev.seedplan.processor.mapping.CompiledMapping;
import dev.seedplan.processor.plan.Parameter;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the two nested classes by which a program calls its plan: {@code Opened}, a subclass of the plan, since only
 * there a protected method from another package can be called; and {@code Bound}, which holds it, since the plan may have
 * methods of its own by the names of the interface.
 */
final class PlanBridge {

    private static final String OPENED = "Opened";
    private static final String STEP = "seedplan$step";
    private static final String MAP = "seedplan$map";
    private static final String POOL = "seedplan$pool";

    private final CheckedPlan plan;

    PlanBridge(CheckedPlan plan) {
        this.plan = plan;
    }

    void addTo(TypeSpec.Builder program) {
        program.addType(bound());
        program.addType(opened());
    }

    private TypeSpec bound() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Bound")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Names.BOUND_PLAN)
                .addField(FieldSpec.builder(ClassName.bestGuess(OPENED), "plan", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $N()", OPENED)
                        .build())
                .addMethod(override("call")
                        .addParameter(TypeName.INT, "step")
                        .addParameter(Names.CALL, "call")
                        .addStatement("plan.$N(step, call)", STEP)
                        .build())
                .addMethod(override("map")
                        .addParameter(TypeName.INT, "step")
                        .addParameter(Names.CALL, "call")
                        .addStatement("plan.$N(step, call)", MAP)
                        .build())
                .addMethod(override("assets")
                        .addParameter(String.class, "field")
                        .returns(anyAssets())
                        .addStatement("return plan.$N(field)", POOL)
                        .build())
                .addMethod(override("pools")
                        .returns(ParameterizedTypeName.get(List.class, String.class))
                        .addStatement("return $L", Literals.list(plan.pools()))
                        .build());
        Answers.addToBound(type, plan);
        return type.build();
    }

    private TypeSpec opened() {
        TypeSpec.Builder type = TypeSpec.classBuilder(OPENED)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ClassName.get(plan.type()))
                .avoidClashesWithNestedClasses(plan.type());
        dispatch(type);
        CodeBlock.Builder maps = CodeBlock.builder().beginControlFlow("switch (step)");
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            MethodSpec.Builder method = MethodSpec.methodBuilder(STEP + i)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(Names.CALL, "call");
            CompiledMapping mapping = step.mapping();
            if (mapping != null) {
                type.addMethod(mapping(MAP + i, step, mapping));
                maps.add("case $L:\n$>$N(call);\nreturn;\n$<", i, MAP + i);
                method.addStatement("$N(call)", MAP + i);
            }
            type.addMethod(method.addStatement("$N($L)", step.method().name(), arguments(step))
                    .build());
        }
        type.addMethod(MethodSpec.methodBuilder(MAP)
                .addParameter(TypeName.INT, "step")
                .addParameter(Names.CALL, "call")
                .addCode(maps.add("default:\n$>return;\n$<").endControlFlow().build())
                .build());
        Answers.addToOpened(type, plan);
        CodeBlock.Builder pools = CodeBlock.builder().beginControlFlow("switch (field)");
        plan.pools().forEach(pool -> pools.add("case $S:\n$>return $N;\n$<", pool, pool));
        pools.add("default:\n$>throw new $T($S + field);\n$<", IllegalArgumentException.class, "the plan has no pool ")
                .endControlFlow();
        return type.addMethod(MethodSpec.methodBuilder(POOL)
                        .addParameter(String.class, "field")
                        .returns(anyAssets())
                        .addCode(pools.build())
                        .build())
                .build();
    }

    /** The columns of a mapping; the method's own setters come after them. */
    private MethodSpec mapping(String name, Step step, CompiledMapping mapping) {
        ClassName row = row(step.method().table());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.CALL, "call")
                .addStatement("$T row = ($T) call.row()", row, row)
                .addStatement("$T map = call.mapping()", Names.MAPPING_ROW);
        TypeName asset = mapping.asset();
        if (asset != null) {
            method.addStatement("$T asset = ($T) call.asset()", asset, asset);
        }
        mapping.statements().forEach(method::addStatement);
        return method.build();
    }

    private void dispatch(TypeSpec.Builder type) {
        int steps = plan.steps().size();
        int chunk = StepSpecs.STEPS_PER_METHOD;
        MethodSpec.Builder all = MethodSpec.methodBuilder(STEP)
                .addParameter(TypeName.INT, "step")
                .addParameter(Names.CALL, "call");
        if (steps <= chunk) {
            type.addMethod(all.addCode(cases(0, steps)).build());
            return;
        }
        all.beginControlFlow("switch (step / $L)", chunk);
        for (int from = 0; from < steps; from += chunk) {
            String part = STEP + "s" + from / chunk;
            all.addCode("case $L:\n$>$N(step, call);\nreturn;\n$<", from / chunk, part);
            type.addMethod(MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(TypeName.INT, "step")
                    .addParameter(Names.CALL, "call")
                    .addCode(cases(from, Math.min(steps, from + chunk)))
                    .build());
        }
        all.addCode(noStep());
        type.addMethod(all.endControlFlow().build());
    }

    private static CodeBlock cases(int from, int to) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (step)");
        for (int i = from; i < to; i++) {
            code.add("case $L:\n$>$N(call);\nreturn;\n$<", i, STEP + i);
        }
        return code.add(noStep()).endControlFlow().build();
    }

    private static CodeBlock noStep() {
        return CodeBlock.of(
                "default:\n$>throw new $T($S + step);\n$<", IllegalArgumentException.class, "the plan has no step ");
    }

    private CodeBlock arguments(Step step) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("($T) call.row()", row(step.method().table())));
        int parent = 0;
        for (Parameter parameter : step.method().parameters()) {
            if (parameter instanceof Parameter.Parent found) {
                arguments.add(CodeBlock.of("($T) call.parent($L)", row(found.table()), parent++));
            } else if (parameter instanceof Parameter.Draws) {
                arguments.add(CodeBlock.of("call.draw()"));
            } else if (parameter instanceof Parameter.Other other) {
                arguments.add(CodeBlock.of("($T) call.asset()", TypeName.get(other.type())));
            }
        }
        return CodeBlock.join(arguments, ", ");
    }

    private ClassName row(Table table) {
        return ClassName.get(plan.schema().name(), plan.schema().names().rowClass(table.name()));
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(AnnotationSpec.builder(Override.class).build())
                .addModifiers(Modifier.PUBLIC);
    }

    private static TypeName anyAssets() {
        return ParameterizedTypeName.get(Names.ASSETS, WildcardTypeName.subtypeOf(Object.class));
    }
}
