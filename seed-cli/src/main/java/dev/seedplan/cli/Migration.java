package dev.seedplan.cli;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of SQL to be applied.
 *
 * @param name its path within the folder of migrations, with slashes
 * @param sql its text; what is not to be applied is blank, so that every line is where it is in the file
 */
record Migration(String name, String sql) {

    /** dbmate writes {@code -- migrate:up}, sql-migrate and goose {@code -- +migrate Up} and {@code -- +goose Up}. */
    private static final Pattern SECTION =
            Pattern.compile("(?im)^--\\s*(?:migrate:|\\+migrate\\s+|\\+goose\\s+)(up|down)\\b.*$");

    /** {@return a migration from the text of its file} */
    static Migration of(String name, String text) {
        String sql = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Migration(name, onlyUp(sql));
    }

    /** {@return the line, from 1, that a place in the text is on; the place in characters as PostgreSQL counts them, from 1} */
    int lineOfPosition(int position) {
        int end = sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
        return lineOfOffset(end);
    }

    /** {@return the line, from 1, that an offset into the text is on} */
    int lineOfOffset(int offset) {
        return 1 + (int) sql.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static String onlyUp(String sql) {
        List<Section> sections = SECTION.matcher(sql)
                .results()
                .map(r -> new Section(r.start(), r.group(1)))
                .toList();
        if (sections.isEmpty()) {
            return sql;
        }
        StringBuilder kept = new StringBuilder(blank(sql.substring(0, sections.get(0).start)));
        for (int i = 0; i < sections.size(); i++) {
            int end = i + 1 < sections.size() ? sections.get(i + 1).start : sql.length();
            String section = sql.substring(sections.get(i).start, end);
            kept.append(sections.get(i).direction.equalsIgnoreCase("up") ? section : blank(section));
        }
        return kept.toString();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\r\n]", " ");
    }

    private record Section(int start, String direction) {}
}
