package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.types.ValueText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Where sequences stand when a fill begins, many in one question. */
final class SequenceStates {

    private static final int AT_ONCE = 100;

    private final Map<String, State> states = new HashMap<>();

    /**
     * A sequence.
     *
     * @param usable whether the role may take keys
     * @param readable whether it may look where the sequence stands
     * @param left how many keys it had left; 0 where it is not readable
     */
    record State(boolean usable, boolean readable, long left) {}

    private SequenceStates() {}

    /** {@return the states of sequences, named as SQL text for regclass} */
    static SequenceStates of(Connection connection, Collection<String> names) throws SQLException {
        SequenceStates all = new SequenceStates();
        List<String> readable = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select name, has_sequence_privilege(name::regclass, 'USAGE'), has_sequence_privilege(name::regclass, 'SELECT')"
                        + " from unnest(?::text[]) as name")) {
            query.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.states.put(rows.getString(1), new State(rows.getBoolean(2), rows.getBoolean(3), 0));
                    if (rows.getBoolean(3)) {
                        readable.add(rows.getString(1));
                    }
                }
            }
        }
        for (int from = 0; from < readable.size(); from += AT_ONCE) {
            all.look(connection, readable.subList(from, Math.min(readable.size(), from + AT_ONCE)));
        }
        return all;
    }

    /** {@return the state of a sequence} */
    State state(String name) {
        return states.getOrDefault(name, new State(false, false, 0));
    }

    private void look(Connection connection, List<String> names) throws SQLException {
        StringJoiner query = new StringJoiner(" union all ");
        for (int i = 0; i < names.size(); i++) {
            query.add("select " + i + ", s.last_value, p.seqincrement, p.seqmin, p.seqmax from " + names.get(i)
                    + " s, pg_catalog.pg_sequence p where p.seqrelid = " + ValueText.quote(names.get(i))
                    + "::regclass");
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query.toString())) {
            while (rows.next()) {
                long end = rows.getLong(3) > 0 ? rows.getLong(5) : rows.getLong(4);
                long left = (end - rows.getLong(2)) / rows.getLong(3);
                String name = names.get(rows.getInt(1));
                states.put(name, new State(state(name).usable(), true, left < 0 ? Long.MAX_VALUE : left));
            }
        }
    }
}
