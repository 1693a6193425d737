package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.schema.Suggestions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The facts about an asset's file, by the names with {@code $}. */
final class Facts {

    private static final Map<String, Shape> SHAPES = new TreeMap<>(Map.ofEntries(
            Map.entry("$content", Shape.TEXT),
            Map.entry("$excerpt", Shape.TEXT),
            Map.entry("$extension", Shape.TEXT),
            Map.entry("$filename", Shape.TEXT),
            Map.entry("$filepath", Shape.TEXT),
            Map.entry("$filesize", Shape.LONG),
            Map.entry("$height", Shape.INTEGER),
            Map.entry("$html", Shape.TEXT),
            Map.entry("$id", Shape.TEXT),
            Map.entry("$isvalid", Shape.BOOLEAN),
            Map.entry("$lastmodified", Shape.of(Shape.Kind.INSTANT)),
            Map.entry("$mime", Shape.TEXT),
            Map.entry("$mimetype", Shape.TEXT),
            Map.entry("$modified", Shape.of(Shape.Kind.INSTANT)),
            Map.entry("$path", Shape.TEXT),
            Map.entry("$size", Shape.LONG),
            Map.entry("$text", Shape.TEXT),
            Map.entry("$type", Shape.TEXT),
            Map.entry("$width", Shape.INTEGER),
            Map.entry("$words", Shape.INTEGER)));

    /** What an asset's text is needed for. */
    private static final Set<String> OF_BODY = Set.of("$content", "$excerpt", "$html", "$text", "$words");

    private static final Set<String> OF_PICTURE = Set.of("$height", "$width");

    private Facts() {}

    static Code of(Expression.Fact fact, AssetFields asset) {
        Shape shape = SHAPES.get(fact.name());
        if (shape == null) {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    fact.position(),
                    "there is no fact \"" + fact.name() + "\" about a file; "
                            + Suggestions.of(fact.name(), SHAPES.keySet()));
        }
        if (asset.isImage() && fact.name().equals("$content")) {
            return Code.of(Shape.of(Shape.Kind.BYTES), false, CodeBlock.of("asset.bytes()"));
        }
        if (OF_PICTURE.contains(fact.name()) && !asset.isImage()) {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD, fact.position(), "only pictures have the fact " + fact.name());
        }
        if (OF_BODY.contains(fact.name()) && !asset.hasText()) {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    fact.position(),
                    asset.said() + " keeps no text of the file; give it a component marked @Body");
        }
        Code text = Code.field(Shape.TEXT, fact.name(), CodeBlock.of("map.fact($S)", fact.name()));
        return Coercion.to(text, shape, fact.position());
    }
}
