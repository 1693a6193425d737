package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.trigger.Effect;
import dev.seedplan.runtime.internal.trigger.TriggerReader;
import dev.seedplan.runtime.internal.trigger.TriggerReading;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text of a table's triggers, rules and defaults says about a refusal; read when the first table is refused. */
final class TriggerHints {

    private final Connection connection;
    private final Snapshot snapshot;
    private @Nullable List<TriggerReading> readings;

    TriggerHints(Connection connection, Snapshot snapshot) {
        this.connection = connection;
        this.snapshot = snapshot;
    }

    /** {@return what a user can do or should know, to follow the server's words; empty for nothing} */
    String of(QName table) throws SQLException {
        List<TriggerReading> all = readings;
        if (all == null) {
            all = TriggerReader.read(connection, snapshot);
            readings = all;
        }
        List<String> hints = new ArrayList<>();
        for (TriggerReading reading : all) {
            for (Effect effect : reading.effects()) {
                String hint = reading.table().equals(table) ? hint(reading, effect) : "";
                if (!hint.isEmpty() && !hints.contains(hint)) {
                    hints.add(hint);
                }
            }
        }
        return hints.isEmpty() ? "" : "; " + String.join("; ", hints);
    }

    private static String hint(TriggerReading reading, Effect effect) {
        return switch (effect.kind()) {
            case NEEDS_SETTING ->
                reading.name() + " reads the setting " + effect.object() + ": --set " + effect.object() + "=…";
            case ALWAYS_RAISES -> reading.name() + " refuses every row: the table is closed";
            case INSERTS_PARENT -> reading.name() + " inserts the row's parent in " + effect.object() + " itself";
            default -> "";
        };
    }
}
