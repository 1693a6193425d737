package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    private static final int ROWS = 40_000;

    @Test
    void weightsAreKept() {
        List<String> values = Cells.values(Cells.in("en"), ROWS, weighted("a", 8, "b", 2, "c", 0)::at);
        assertThat(share(values, "a")).isCloseTo(0.8, within(0.01));
        assertThat(share(values, "b")).isCloseTo(0.2, within(0.01));
        assertThat(values).containsOnly("a", "b");
        assertThat(Cells.values(Cells.in("en"), 4_000, weighted(1, 1, 2, 1, 3, 1, 4, 1)::at))
                .containsOnly(1, 2, 3, 4);
        assertThat(Cells.values(Cells.in("en"), 4_000, weighted(1, 1, 2, 1, 3, 1, 4, 1, 5, 1)::at))
                .containsOnly(1, 2, 3, 4, 5);
        assertThat(Cells.values(Cells.in("en"), 4_000, weighted(1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1)::at))
                .hasSize(4_000)
                .contains(6);
        assertThat(Cells.values(Cells.in("en"), 4_000, weighted(1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1)::at))
                .contains(7);
        assertThat(Cells.values(Cells.in("en"), 4_000, weighted(1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8, 1)::at))
                .contains(8);
    }

    @Test
    void theOrderOfAMapOfWeightsDoesNotMatter() {
        Map<Size, Integer> one = new LinkedHashMap<>();
        one.put(Size.SMALL, 1);
        one.put(Size.LARGE, 2);
        one.put(Size.MEDIUM, 3);
        Map<Size, Integer> other = new LinkedHashMap<>();
        other.put(Size.MEDIUM, 3);
        other.put(Size.LARGE, 2);
        other.put(Size.SMALL, 1);
        assertThat(Cells.values(Cells.in("en"), 500, weighted(one)::at))
                .isEqualTo(Cells.values(Cells.in("en"), 500, weighted(other)::at));
        assertThat(share(Cells.values(Cells.in("en"), ROWS, weighted(one)::at), Size.MEDIUM))
                .isCloseTo(0.5, within(0.01));
    }

    @Test
    void badWeightsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weighted("a", -1, "b", 2))
                .withMessageContaining("weight of a is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weighted("a", 0, "b", 0))
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> weighted("a", Double.NaN, "b", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> weighted("a", Double.POSITIVE_INFINITY, "b", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> weighted(Map.of()));
    }

    @Test
    void choicesAreEven() {
        for (Size size : Size.values()) {
            assertThat(share(Cells.values(Cells.in("en"), ROWS, enums(Size.class)::at), size))
                    .isCloseTo(1 / 3.0, within(0.01));
            assertThat(share(Cells.values(Cells.in("en"), ROWS, oneOf(Size.values())::at), size))
                    .isCloseTo(1 / 3.0, within(0.01));
        }
        assertThat(share(Cells.values(Cells.in("en"), ROWS, oneOf(List.of("x", "x", "y"))::at), "x"))
                .isCloseTo(2 / 3.0, within(0.01));
        List<Integer> mixed = Cells.values(Cells.in("en"), ROWS, anyOf(ints(0, 0), ints(5, 9))::at);
        assertThat(share(mixed, 0)).isCloseTo(0.5, within(0.01));
        assertThat(mixed).containsOnly(0, 5, 6, 7, 8, 9);
        assertThatIllegalArgumentException().isThrownBy(() -> oneOf());
        assertThatIllegalArgumentException().isThrownBy(() -> oneOf(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> anyOf());
    }

    @Test
    void noneIsNullAndConstantsStay() {
        assertThat(Values.<String>none().valueAt(Cells.in("en"))).isNull();
        assertThat(constant("x").at(Cells.in("en"))).isEqualTo("x");
    }

    @Test
    void aShareOfNullsLeavesTheOtherValuesAsTheyWere() {
        Gen<Integer> gen = ints(0, 1_000_000);
        List<Integer> plain = Cells.values(Cells.in("en"), ROWS, gen::at);
        Cell cell = Cells.in("en");
        int nulls = 0;
        OptionalGen<Integer> maybe = gen.orNull(0.3);
        for (int row = 0; row < ROWS; row++) {
            Integer value = maybe.valueAt(Cells.row(cell, row));
            if (value == null) {
                nulls++;
            } else {
                assertThat(value).isEqualTo(plain.get(row));
            }
        }
        assertThat(nulls / (double) ROWS).isCloseTo(0.3, within(0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> gen.orNull(2));
    }

    @Test
    void listsHaveTheirSizesAndDifferentElements() {
        List<List<Integer>> lists = Cells.values(Cells.in("en"), 2_000, lists(ints(0, 1_000_000), 0, 4)::at);
        assertThat(lists.stream().map(List::size)).containsOnly(0, 1, 2, 3, 4);
        assertThat(lists).allMatch(list -> new HashSet<>(list).size() == list.size());
        assertThatIllegalArgumentException().isThrownBy(() -> lists(word(), 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> lists(word(), -1, 2));
    }

    @Test
    void someOfTakesDifferentElementsInOrderEachAsOften() {
        List<String> letters = List.of("a", "b", "c", "d", "e");
        List<List<String>> some = Cells.values(Cells.in("en"), ROWS, someOf(letters, 2, 2)::at);
        assertThat(some).allMatch(list -> list.size() == 2 && list.get(0).compareTo(list.get(1)) < 0);
        for (String letter : letters) {
            assertThat(some.stream().filter(list -> list.contains(letter)).count() / (double) ROWS)
                    .isCloseTo(0.4, within(0.01));
        }
        assertThat(Cells.values(Cells.in("en"), 100, someOf(letters, 5, 5)::at)).containsOnly(letters);
        assertThat(Cells.values(Cells.in("en"), 100, someOf(letters, 0, 0)::at)).containsOnly(Collections.emptyList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> someOf(letters, 0, 6))
                .withMessageContaining("of 5 values");
    }

    @Test
    void partsOfATextAreDrawnApart() {
        List<String> texts = Cells.values(Cells.in("en"), 100, concat("R-", ints(0, 9), "/", ints(0, 9), word())::at);
        assertThat(texts)
                .allMatch(text -> text.matches("R-\\d/\\d.+"))
                .anyMatch(text -> text.charAt(2) != text.charAt(4));
    }

    @Test
    void uuidsAreRandomOnes() {
        List<UUID> uuids = Cells.values(Cells.in("en"), 10_000, uuids()::at);
        assertThat(uuids).doesNotHaveDuplicates().allMatch(uuid -> uuid.version() == 4 && uuid.variant() == 2);
    }

    @Test
    void bytesHaveTheirLength() {
        for (int length : new int[] {0, 1, 8, 9, 33}) {
            assertThat(bytes(length).at(Cells.in("en"))).hasSize(length);
        }
        assertThat(bytes(16).at(Cells.in("en")))
                .isEqualTo(bytes(16).at(Cells.in("en")))
                .isNotEqualTo(new byte[16]);
    }

    private static double share(List<?> values, Object value) {
        return values.stream().filter(value::equals).count() / (double) values.size();
    }
}
