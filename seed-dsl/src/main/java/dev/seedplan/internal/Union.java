package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.LocalizedText;
import dev.seedplan.spi.TextOut;
import java.util.List;

/**
 * A text of one of several forms, each as likely as another.
 *
 * @param forms texts that have none in common
 */
public record Union(List<Template> forms) implements LocalizedText {

    // Beyond the draws of any form's pieces.
    private static final int WHICH = 1_000;

    /** {@return a text of one of those forms} */
    public static Union of(Template... forms) {
        return new Union(List.of(forms));
    }

    @Override
    public Union in(String locale) {
        return new Union(forms.stream().map(form -> form.in(locale)).toList());
    }

    @Override
    public void write(Cell cell, TextOut out) {
        forms.get(cell.below(WHICH, forms.size())).write(cell, out);
    }

    @Override
    public long capacity(Cell cell) {
        long capacity = 0;
        for (Template form : forms) {
            capacity += form.capacity(cell);
        }
        return capacity;
    }

    @Override
    public void writeNth(Cell cell, long index, TextOut out) {
        long rest = index;
        for (Template form : forms) {
            long count = form.capacity(cell);
            if (rest < count) {
                form.writeNth(cell, rest, out);
                return;
            }
            rest -= count;
        }
        throw new IllegalArgumentException("there is no value number " + index);
    }
}
