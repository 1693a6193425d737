package dev.seedplan.example.blog;

import dev.seedplan.Required;
import java.time.LocalDate;

/** An author of content/authors.json. */
public record Author(@Required String name, String bio, String website, @Required LocalDate joined) {}
