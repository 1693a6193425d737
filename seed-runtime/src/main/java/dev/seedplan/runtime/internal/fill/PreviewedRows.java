package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.TablePreview;
import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first rows of a table, for a look at them. */
final class PreviewedRows {

    private PreviewedRows() {}

    /** {@return the rows as a load has planned them, which may since have been undone} */
    static TablePreview of(FillPass pass, FillTable table, int most) {
        List<FillColumn> shown =
                table.columns().stream().filter(c -> !c.column().isGenerated()).toList();
        TableRows rows = pass.state().planned(table.name());
        List<List<@Nullable String>> texts = new ArrayList<>();
        for (long row = 0; rows != null && row < rows.size() && texts.size() < most; row++) {
            @Nullable Object[] values = rows.row(row);
            List<@Nullable String> text = new ArrayList<>();
            for (FillColumn column : shown) {
                Object value = values == null ? null : values[column.index()];
                text.add(value == null ? null : ValueText.text(column.type(), value));
            }
            texts.add(text);
        }
        return new TablePreview(
                table.id(), shown.stream().map(FillColumn::name).toList(), texts, Set.of(), note(pass, table));
    }

    private static String note(FillPass pass, FillTable table) {
        return pass.leftOut().stream()
                .filter(left -> left.table().equals(table.id()))
                .map(FillSummary.LeftOut::reason)
                .findFirst()
                .orElse("");
    }
}
