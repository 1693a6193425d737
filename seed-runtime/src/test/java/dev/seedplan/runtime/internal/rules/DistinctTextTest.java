package dev.seedplan.runtime.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctTextTest {

    @Test
    void theCodeStandsWhereAPersonWouldPutIt() {
        assertThat(DistinctText.of("anna.keller@example.com", 7, 2, 100)).isEqualTo("anna.keller07@example.com");
        assertThat(DistinctText.of("+49 30 1234567", 42, 4, 100)).isEqualTo("+49 30 1230042");
        assertThat(DistinctText.of("a-good-start", 3, 2, 100)).isEqualTo("a-good-start-03");
        assertThat(DistinctText.of("A good start", 3, 2, 100)).isEqualTo("A good start 03");
        assertThat(DistinctText.of("first_name", 3, 2, 100)).isEqualTo("first_name_03");
    }

    @Test
    void theLimitIsKept() {
        assertThat(DistinctText.of("anna.keller@example.com", 7, 2, 16)).isEqualTo("an07@example.com");
        assertThat(DistinctText.of("A good start", 3, 2, 2)).isEqualTo("03");
        assertThat(DistinctText.of("A good start", 3, 2, 1)).isNull();
    }

    @Test
    void differentCodesGiveDifferentTextsInAnyCase() {
        List<String> naturals = List.of(
                "Anna",
                "anna",
                "anna1",
                "Anna 12",
                "12345",
                "a@b.c",
                "A@b.c",
                "x@1.2",
                "https://a.b/1",
                "",
                "a_1",
                "+1 (2) 3");
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int longest = 3 + random.nextInt(20);
            Set<String> seen = new HashSet<>();
            for (int code = 0; code < 1000; code++) {
                String text = DistinctText.of(naturals.get(random.nextInt(naturals.size())), code, 3, longest);
                assertThat(text).as("seed %s", seed).isNotNull().hasSizeLessThanOrEqualTo(longest);
                assertThat(seen.add(text.toLowerCase(Locale.ROOT)))
                        .as("seed %s: %s twice, limit %s", seed, text, longest)
                        .isTrue();
            }
        }
    }
}
