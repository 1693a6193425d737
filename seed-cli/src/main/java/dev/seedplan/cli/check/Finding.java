package dev.seedplan.cli.check;

import java.util.List;

/**
 * What came of one comparison.
 *
 * @param subject what was held against what
 * @param exit 0 where they fit, else the exit code it leads to
 * @param problems one line or message each; empty where they fit
 */
record Finding(String subject, int exit, List<String> problems) {

    /** {@return a comparison that found nothing} */
    static Finding fits(String subject) {
        return new Finding(subject, 0, List.of());
    }
}
