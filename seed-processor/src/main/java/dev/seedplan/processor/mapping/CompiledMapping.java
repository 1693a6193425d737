package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as Java.
 *
 * @param asset the type of {@code asset}; null where the method takes its rows from no pool
 * @param statements each sets a column of {@code row}, with {@code asset} and {@code map} at hand
 * @param columns those it sets
 */
public record CompiledMapping(@Nullable TypeName asset, List<CodeBlock> statements, Set<String> columns) {}
