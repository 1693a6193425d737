package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.check.CheckedPlan;
import dev.seedplan.processor.check.Link;
import dev.seedplan.processor.check.Step;
import dev.seedplan.processor.distribute.Distributed;
import dev.seedplan.processor.distribute.Question;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes how a program answers the questions of its distributions: by a field of the asset or a method of the plan. */
final class Answers {

    private static final String ASK = "seedplan$ask";

    private Answers() {}

    private static @Nullable Link asking(Step step) {
        return step.links().stream().filter(link -> asked(link) > 0).findFirst().orElse(null);
    }

    private static int asked(Link link) {
        Distributed distributed = link.distributed();
        return distributed == null ? 0 : distributed.questions().size();
    }

    private static boolean any(CheckedPlan plan) {
        return plan.steps().stream().anyMatch(step -> asking(step) != null);
    }

    private static List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.builder(TypeName.INT, "question").build(),
                ParameterSpec.builder(Object.class, "target").build(),
                ParameterSpec.builder(Object.class, "asset").build());
    }

    /** Adds the method of the interface. */
    static void addToBound(TypeSpec.Builder bound, CheckedPlan plan) {
        if (any(plan)) {
            bound.addMethod(MethodSpec.methodBuilder("ask")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(Object.class)
                    .addParameter(TypeName.INT, "step")
                    .addParameters(parameters())
                    .addStatement("return plan.$N(step, question, target, asset)", ASK)
                    .build());
        }
    }

    /** Adds the methods that see the plan's own. */
    static void addToOpened(TypeSpec.Builder opened, CheckedPlan plan) {
        if (!any(plan)) {
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch (step)");
        for (int i = 0; i < plan.steps().size(); i++) {
            Link link = asking(plan.steps().get(i));
            if (link != null) {
                cases.add("case $L:\n$>return $N(question, target, asset);\n$<", i, ASK + i);
                opened.addMethod(step(plan, link, ASK + i));
            }
        }
        cases.add("default:\n$>throw new $T($S + step);\n$<", IllegalArgumentException.class, "no questions in step ")
                .endControlFlow();
        opened.addMethod(MethodSpec.methodBuilder(ASK)
                .returns(Object.class)
                .addParameter(TypeName.INT, "step")
                .addParameters(parameters())
                .addCode(cases.build())
                .build());
    }

    private static MethodSpec step(CheckedPlan plan, Link link, String name) {
        ClassName target = ClassName.get(
                plan.schema().name(),
                plan.schema().names().rowClass(link.parent().name()));
        Distributed distributed = link.distributed();
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch (question)");
        List<Question> questions = distributed == null ? List.of() : distributed.questions();
        for (int i = 0; i < questions.size(); i++) {
            cases.add("case $L:\n$>return $L;\n$<", i, answer(questions.get(i), target));
        }
        cases.add("default:\n$>throw new $T($S + question);\n$<", IllegalArgumentException.class, "no question ")
                .endControlFlow();
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .returns(Object.class)
                .addParameters(parameters())
                .addCode(cases.build())
                .build();
    }

    private static CodeBlock answer(Question question, ClassName target) {
        TypeName asset = TypeName.get(question.asset());
        String name = question.name();
        return switch (question.kind()) {
            case TARGET -> CodeBlock.of("$N(($T) target)", name, target);
            case ASSET -> CodeBlock.of("$N(($T) asset)", name, asset);
            case PAIR -> CodeBlock.of("$N(($T) target, ($T) asset)", name, target, asset);
            case COMPONENT -> CodeBlock.of("(($T) asset).$N()", asset, name);
            case FIELD -> CodeBlock.of("(($T) asset).list($S)", asset, name);
            case CELL -> CodeBlock.of("(($T) asset).text($S)", asset, name);
        };
    }
}
