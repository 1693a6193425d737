package dev.seedplan.runtime.internal.load.deferral;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as the catalog has it, as far as waiting constraints are concerned.
 *
 * @param oid its OID
 * @param id {@code schema.name}, for people
 * @param sql its name, quoted for SQL
 * @param existing how many rows the server believes it holds
 * @param keys its foreign keys, in the order of their making
 * @param indexes its indexes that enforce nothing, in the order of their making
 * @param uniques its primary key, unique constraints and unique indexes, in the order of their making
 * @param referencing the OIDs of the tables with foreign keys that point at it
 * @param hindrances why its constraints cannot wait; empty where they can
 * @param emptiable whether TRUNCATE would disturb nobody: the right to do it, no subscriber, no invalid index that it would mend
 */
record TableFacts(
        long oid,
        String id,
        String sql,
        long existing,
        List<KeyFacts> keys,
        List<IndexFacts> indexes,
        List<IndexFacts> uniques,
        List<Long> referencing,
        List<String> hindrances,
        boolean emptiable) {

    /** {@return the reasons against waiting, of the table itself, its keys or its indexes; empty for none} */
    List<String> allHindrances() {
        List<String> all = new ArrayList<>(hindrances);
        keys.forEach(key -> key.hindrances().forEach(h -> all.add("foreign key " + key.name() + " " + h)));
        indexes.forEach(index -> index.hindrances().forEach(h -> all.add("index " + index.bareName() + " " + h)));
        return all;
    }

    /** {@return whether there is anything that could wait} */
    boolean hasAny() {
        return !keys.isEmpty() || !indexes.isEmpty();
    }
}
