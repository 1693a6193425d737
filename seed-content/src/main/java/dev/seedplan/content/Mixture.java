package dev.seedplan.content;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What made assets have in one field: what real ones have there. Values that repeat, such as categories and tags, are
 * taken over; texts that are different in each asset, such as titles and bodies, are put together from those of two or
 * more; codes and numbers that tell assets apart get a number of their own.
 */
final class Mixture {

    /** With fewer values nobody can say that they are different on purpose. */
    private static final int FEW = 3;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final long key;
    private final List<@Nullable Object> values;
    private final List<String> texts;
    private final Set<Object> real = new HashSet<>();
    private final Set<String> spliced = new HashSet<>();
    private final List<String> inOrder = new ArrayList<>();
    private final boolean different;

    /** @param name the field's, so that fields do not draw alike */
    Mixture(long seed, String name, List<@Nullable Object> values) {
        this.key = Mix.combine(Mix.combine(seed, "made"), name);
        this.values = values;
        texts = values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        values.stream().filter(Objects::nonNull).forEach(real::add);
        different = real.size() == values.stream().filter(Objects::nonNull).count();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@return the value of a made asset; there is a real one to go by} */
    @Nullable
    Object at(int number) {
        Object one = values.get(draw(number, 0));
        if (!different) {
            return one;
        }
        if (one instanceof String text) {
            return text(text, number);
        }
        return one instanceof Integer || one instanceof Long ? next((Number) one, number) : one;
    }

    private int draw(int number, int draw) {
        return (int) Mix.below(Mix.draw(key, number, draw), values.size());
    }

    private String text(String text, int number) {
        if (text.contains("\n\n")) {
            return blocks(number);
        }
        if (text.strip().indexOf(' ') > 0) {
            return spliced(number);
        }
        if (values.size() < FEW || DATE.matcher(text).lookingAt()) {
            return text;
        }
        if (text.chars().noneMatch(Character::isLetter)) {
            return texts.stream().allMatch(each -> NUMBER.matcher(each).matches())
                    ? next(Long.valueOf(text), number).toString()
                    : text;
        }
        int at = text.indexOf('@');
        String mark = "-" + (values.size() + 1 + number);
        return at > 0 ? text.substring(0, at) + mark + text.substring(at) : text + mark;
    }

    /** Of each place a paragraph, heading or block of code of any text. */
    private String blocks(int number) {
        List<String> blocks = new ArrayList<>();
        int length = blocksOf(number, 1).length;
        for (int place = 0; place < length; place++) {
            String[] from = blocksOf(number, 2 + place);
            if (place < from.length) {
                blocks.add(from[place]);
            }
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private String[] blocksOf(int number, int draw) {
        return texts.get((int) Mix.below(Mix.draw(key, number, draw), texts.size()))
                .strip()
                .split("\n\n+", -1);
    }

    /** Those up to a number, each unlike all before it. */
    private String spliced(int number) {
        while (spliced.size() <= number) {
            String text = pair(spliced.size());
            // Real ones of the same words may give the same; a number then tells them apart.
            String other =
                    real.contains(text) || spliced.contains(text) ? text + " (" + (spliced.size() + 2) + ")" : text;
            spliced.add(other);
            inOrder.add(other);
        }
        return inOrder.get(number);
    }

    /** The beginning of one text and the end of another: of each pair once, before any comes again. */
    private String pair(int number) {
        int count = texts.size();
        long pairs = (long) count * (count - 1);
        if (pairs == 0) {
            return texts.get(0);
        }
        long pair = Permutation.at(key, pairs, number % pairs);
        int head = (int) (pair / (count - 1));
        int tail = (int) (pair % (count - 1));
        tail = tail >= head ? tail + 1 : tail;
        String[] first = texts.get(head).strip().split(" +", -1);
        String[] second = texts.get(tail).strip().split(" +", -1);
        return String.join(" ", Arrays.copyOf(first, (first.length + 1) / 2)) + " "
                + String.join(" ", Arrays.copyOfRange(second, second.length / 2, second.length));
    }

    /** Numbers that count on are counted on; others are as good as any. */
    private Number next(Number one, int number) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Object value : real) {
            long each = value instanceof Number whole ? whole.longValue() : Long.parseLong(value.toString());
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        if (values.size() < FEW || most - least >= 2L * values.size()) {
            return one;
        }
        long next = most + 1 + number;
        return one instanceof Integer ? (Number) Math.toIntExact(next) : (Number) next;
    }
}
