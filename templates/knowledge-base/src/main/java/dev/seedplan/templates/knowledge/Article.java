package dev.seedplan.templates.knowledge;

import dev.seedplan.Body;
import dev.seedplan.Default;
import dev.seedplan.Required;
import java.time.LocalDate;
import java.util.List;

/** An article of {@code content/guide}: its front matter and its text. */
record Article(
        String title,
        @Required String space,
        String updated,
        LocalDate reviewed,
        List<String> keywords,
        @Default("draft") String state,
        @Body String text) {}
