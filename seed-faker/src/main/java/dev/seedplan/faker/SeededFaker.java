package dev.seedplan.faker;

import dev.seedplan.Cell;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.datafaker.Faker;
import net.datafaker.service.RandomService;

/** A Faker and its random numbers; one for each thread and language, because making one costs more than its values. */
final class SeededFaker {

    private static final ThreadLocal<Map<String, SeededFaker>> BY_LANGUAGE = ThreadLocal.withInitial(HashMap::new);

    private final AddressRandom random = new AddressRandom();
    private final Faker faker;

    private SeededFaker(String language) {
        faker = new Faker(Locale.forLanguageTag(language), new RandomService(random));
    }

    /** {@return a Faker whose next values depend on the cell alone} */
    static Faker at(Cell cell) {
        SeededFaker seeded = BY_LANGUAGE.get().computeIfAbsent(cell.locale(), SeededFaker::new);
        seeded.random.moveTo(cell.draw(0));
        return seeded.faker;
    }
}
