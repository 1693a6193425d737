package dev.seedplan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.distribute.Distributed;
import java.util.List;

/** Writes what a program says of a distribution. */
final class DistributeSpecs {

    private DistributeSpecs() {}

    static CodeBlock of(Distributed distributed) {
        List<CodeBlock> quotas =
                distributed.quotas().stream().map(DistributeSpecs::quota).toList();
        List<CodeBlock> restricts =
                distributed.restricts().stream().map(DistributeSpecs::restrict).toList();
        return CodeBlock.of(
                "new $T($T.$L, $L, $L, $L, $L, $L, $L, $L, $L, $T.of($L), $T.of($L))",
                Names.DISTRIBUTE_SPEC,
                Names.STRATEGY,
                distributed.strategy(),
                rule(distributed.min()),
                rule(distributed.max()),
                rule(distributed.total()),
                distributed.perAsset(),
                distributed.make(),
                distributed.strict(),
                distributed.weight(),
                distributed.allows(),
                List.class,
                CodeBlock.join(quotas, ", "),
                List.class,
                CodeBlock.join(restricts, ", "));
    }

    private static CodeBlock rule(Distributed.Rule rule) {
        return CodeBlock.of("new $T.Rule($L, $L)", Names.DISTRIBUTE_SPEC, rule.value(), rule.priority());
    }

    private static CodeBlock quota(Distributed.Share quota) {
        return CodeBlock.of(
                "new $T.QuotaSpec($S, $L, $L, $S, $L, $L, $L)",
                Names.DISTRIBUTE_SPEC,
                quota.name(),
                quota.question(),
                Literals.list(quota.is()),
                quota.within(),
                quota.min(),
                quota.max(),
                quota.priority());
    }

    private static CodeBlock restrict(Distributed.Restriction restrict) {
        return CodeBlock.of(
                "new $T.RestrictSpec($L, $L, $L, $L, $L)",
                Names.DISTRIBUTE_SPEC,
                restrict.targets(),
                restrict.field(),
                Literals.list(restrict.required()),
                Literals.list(restrict.any()),
                Literals.list(restrict.excluded()));
    }
}
