package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.check.Count;
import dev.seedplan.processor.check.Link;
import dev.seedplan.processor.check.Step;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the steps of a program, 100 to a method. */
final class StepSpecs {

    static final int STEPS_PER_METHOD = 100;

    private StepSpecs() {}

    /** Adds the method {@code steps()} to a program. */
    static void addTo(TypeSpec.Builder program, List<Step> steps) {
        ParameterizedTypeName list = ParameterizedTypeName.get(ClassName.get(List.class), Names.STEP_SPEC);
        MethodSpec.Builder all = MethodSpec.methodBuilder("steps")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list)
                .addStatement("$T steps = new $T<>()", list, ArrayList.class);
        for (int from = 0; from < steps.size(); from += STEPS_PER_METHOD) {
            String part = "steps" + from / STEPS_PER_METHOD;
            all.addStatement("$N(steps)", part);
            MethodSpec.Builder method = MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(list, "steps");
            for (int i = from; i < Math.min(steps.size(), from + STEPS_PER_METHOD); i++) {
                method.addStatement("steps.add($L)", step(i, steps.get(i)));
            }
            program.addMethod(method.build());
        }
        program.addMethod(all.addStatement("return steps").build());
    }

    private static CodeBlock step(int index, Step step) {
        String method = step.method().name();
        String table = step.method().table().name().toString();
        CodeBlock.Builder code = CodeBlock.builder();
        if (step.count() instanceof Count.Fixed fixed) {
            code.add("$T.rows($L, $S, $S, $LL)", Names.STEP_SPEC, index, method, table, fixed.rows());
            if (fixed.small() >= 0 || fixed.large() >= 0) {
                code.add(".sizes($LL, $LL)", fixed.small(), fixed.large());
            }
        } else if (step.count() instanceof Count.Pool pool) {
            code.add(
                    "$T.from($L, $S, $S, $S, $LL)", Names.STEP_SPEC, index, method, table, pool.field(), pool.atMost());
        } else {
            code.add("$T.per($L, $S, $S)", Names.STEP_SPEC, index, method, table);
        }
        for (Link link : step.links()) {
            code.add("\n.parent($L)", link(link, step));
        }
        if (step.mapping() != null) {
            code.add(".mapped()");
        }
        step.sqlBefore().forEach(script -> code.add("\n.sqlBefore($S)", script));
        step.sqlAfter().forEach(script -> code.add("\n.sqlAfter($S)", script));
        return code.build();
    }

    private static CodeBlock link(Link link, Step step) {
        String table = link.parent().name().toString();
        String key = link.key().name();
        CodeBlock.Builder code = CodeBlock.builder();
        if (link.role() == Link.Role.PER && step.count() instanceof Count.PerParent per) {
            code.add(
                    "$T.per($S, $S, $L, $L, $T.$L, $LL)",
                    Names.PARENT_SPEC,
                    table,
                    key,
                    per.min(),
                    per.max(),
                    Names.SHAPE,
                    per.shape(),
                    per.total());
        } else if (link.role() == Link.Role.PER && step.count() instanceof Count.Pairs pairs) {
            code.add(
                    "$T.pairs($S, $S, $L, $T.$L, $L, $S)",
                    Names.PARENT_SPEC,
                    table,
                    key,
                    pairs.density(),
                    Names.SPREAD,
                    pairs.spread(),
                    pairs.orphans(),
                    step.paired().orElseThrow().key().name());
        } else if (link.distributed() != null) {
            code.add(
                    "$T.distribute($S, $S, $L)", Names.PARENT_SPEC, table, key, DistributeSpecs.of(link.distributed()));
        } else if (link.role() == Link.Role.TREE) {
            code.add("$T.tree($S, $S, $L, $L)", Names.PARENT_SPEC, table, key, link.roots(), link.depth());
        } else {
            code.add("$T.pick($S, $S, $L, $L)", Names.PARENT_SPEC, table, key, link.nulls(), link.distinct());
        }
        Link.ExistingRows existing = link.existing();
        if (existing != null) {
            code.add(".existing($S, $L, $S)", existing.where(), existing.limit(), existing.without());
        }
        if (link.later()) {
            code.add(".afterwards()");
        }
        return code.build();
    }
}
