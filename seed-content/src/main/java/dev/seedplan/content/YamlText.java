package dev.seedplan.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 with snakeyaml-engine. Scalars stay texts: what type they are is decided by what takes them. Aliases are
 * followed, but what they stand for together is limited, so that a small file cannot become a large one.
 */
final class YamlText {

    /** The most characters that are read: content in YAML is written by hand. */
    static final int LONGEST = 4 << 20;

    /** The deepest nesting. */
    static final int DEEPEST = 64;

    /** The most values a document stands for, with each alias counted as what it stands for. */
    static final int MOST_VALUES = 100_000;

    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<Tag> KNOWN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.BINARY);

    private final long linesBefore;
    private final IdentityHashMap<Node, @Nullable Value> made = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Long> weights = new IdentityHashMap<>();

    private YamlText(long linesBefore) {
        this.linesBefore = linesBefore;
    }

    static void checkLength(String text) {
        if (text.length() > LONGEST) {
            throw new Refused(
                    ContentError.TOO_LARGE, 0, "the YAML is longer than " + (LONGEST >> 20) + " Mi characters");
        }
    }

    /**
     * {@return the documents of a text}
     *
     * @param linesBefore the number of lines of the file before the text
     * @throws Refused if it is no YAML, or beyond the limits
     */
    static List<Value> documents(String text, long linesBefore) {
        checkLength(text);
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LONGEST)
                .setMaxAliasesForCollections(MOST_VALUES)
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setLabel("it")
                .build();
        try {
            checkDepth(settings, text, linesBefore);
            List<Value> documents = new ArrayList<>();
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(new YamlText(linesBefore).value(node));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            long line = linesBefore
                    + 1
                    + e.getProblemMark()
                            .or(e::getContextMark)
                            .map(Mark::getLine)
                            .orElse(0);
            throw new Refused(ContentError.BAD_YAML, line, "this is no YAML: " + Shown.firstLine(e.getProblem()));
        } catch (YamlEngineException | NumberFormatException e) {
            // Of an escape beyond Unicode the engine says no more than Java does.
            throw new Refused(
                    ContentError.BAD_YAML, linesBefore + 1, "this is no YAML: " + Shown.firstLine(e.getMessage()));
        }
    }

    /** The parser keeps its own stack; composing uses the thread's, and has no limit. */
    private static void checkDepth(LoadSettings settings, String text, long linesBefore) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                    continue;
                }
            }
            if (depth > DEEPEST) {
                long line = linesBefore
                        + 1
                        + event.getStartMark().map(Mark::getLine).orElse(0);
                throw new Refused(
                        ContentError.TOO_DEEP, line, "the YAML is nested more than " + DEEPEST + " levels deep");
            }
        }
    }

    private Value value(Node node) {
        Value known = made.get(node);
        if (known != null) {
            return known;
        }
        long line = line(node);
        if (made.containsKey(node)) {
            throw new Refused(ContentError.TOO_DEEP, line, "an alias stands for what it is within");
        }
        if (!KNOWN.contains(node.getTag()) && !node.getTag().getValue().startsWith(CORE)) {
            throw new Refused(
                    ContentError.BAD_YAML,
                    line,
                    "the tag " + Shown.cut(node.getTag().getValue()) + " means nothing here");
        }
        made.put(node, null);
        Value value;
        long weight = 1;
        if (node instanceof MappingNode mapping) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Value item = value(tuple.getValueNode());
                weight += weight(tuple.getValueNode());
                String key = key(tuple.getKeyNode());
                if (fields.put(key, item) != null) {
                    throw new Refused(
                            ContentError.DUPLICATE_FIELD,
                            line(tuple.getKeyNode()),
                            "the field " + Shown.quoted(key) + " is there already");
                }
            }
            value = new Value.Fields(fields, line);
        } else if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item));
                weight += weight(item);
            }
            value = new Value.Items(items, line);
        } else {
            value = scalar((ScalarNode) node, line);
        }
        if (weight > MOST_VALUES) {
            throw new Refused(ContentError.TOO_LARGE, line, "the YAML stands for more than " + MOST_VALUES + " values");
        }
        weights.put(node, weight);
        made.put(node, value);
        return value;
    }

    private long weight(Node node) {
        Long weight = weights.get(node);
        return weight == null ? 1 : weight;
    }

    private String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new Refused(ContentError.BAD_YAML, line(node), "a field's name is a list or has fields of its own");
    }

    private static Value scalar(ScalarNode node, long line) {
        String text = node.getValue();
        if (text.indexOf('\0') >= 0) {
            throw new Refused(ContentError.NUL, line, "a text contains the character U+0000");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new Refused(ContentError.BAD_YAML, line, "a text contains half a surrogate pair");
        }
        boolean nothing = node.isPlain()
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
        return nothing ? new Value.Nothing(line) : new Value.Scalar(Value.Kind.ANY, text, line);
    }

    private long line(Node node) {
        @Nullable Mark mark = node.getStartMark().orElse(null);
        return linesBefore + 1 + (mark == null ? 0 : mark.getLine());
    }
}
