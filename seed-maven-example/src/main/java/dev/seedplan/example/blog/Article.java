package dev.seedplan.example.blog;

import dev.seedplan.Body;
import dev.seedplan.Required;
import java.time.LocalDate;
import java.util.List;

/** An article of content/articles: its front matter and its text. */
public record Article(
        @Required String title,
        @Required LocalDate date,
        List<String> tags,
        String category,
        String summary,
        @Body String body) {}
