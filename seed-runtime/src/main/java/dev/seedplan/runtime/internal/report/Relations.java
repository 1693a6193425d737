package dev.seedplan.runtime.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables and what they refer to, drawn from parents at the top to children below. */
final class Relations {

    private static final int IN_A_LINE = 4;
    private static final int WIDTH = 210;
    private static final int HEIGHT = 30;
    private static final int GAP_X = 24;
    private static final int GAP_Y = 44;
    private static final int LONGEST = 28;

    private final List<String> tables;
    private final Map<String, TreeSet<String>> parents = new TreeMap<>();

    private record Place(int x, int y) {}

    Relations(List<String> tables) {
        this.tables = tables;
    }

    void add(String child, String parent) {
        if (tables.contains(parent)) {
            parents.computeIfAbsent(child, c -> new TreeSet<>()).add(parent);
        }
    }

    String svg() {
        Map<Integer, List<String>> levels = new TreeMap<>();
        Map<String, Integer> known = new TreeMap<>();
        for (String table : tables) {
            // Tables come in the order of loading, so that parents are known but for circles.
            int level = 0;
            for (String parent : parents.getOrDefault(table, new TreeSet<>())) {
                level = Math.max(level, known.containsKey(parent) ? known.get(parent) + 1 : 0);
            }
            known.put(table, level);
            levels.computeIfAbsent(level, l -> new ArrayList<>()).add(table);
        }
        Map<String, Place> places = new TreeMap<>();
        int line = 0;
        for (List<String> level : levels.values()) {
            for (int i = 0; i < level.size(); i++) {
                places.put(
                        level.get(i),
                        new Place(
                                i % IN_A_LINE * (WIDTH + GAP_X) + GAP_X / 2,
                                (line + i / IN_A_LINE) * (HEIGHT + GAP_Y) + GAP_Y / 2));
            }
            line += (level.size() + IN_A_LINE - 1) / IN_A_LINE;
        }
        int width = IN_A_LINE * (WIDTH + GAP_X);
        StringBuilder svg = new StringBuilder(
                        "<svg class=\"relations\" role=\"img\" aria-label=\"Relations\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(line * (HEIGHT + GAP_Y))
                .append("\">");
        parents.forEach((child, all) -> all.forEach(parent -> line(svg, places.get(child), places.get(parent))));
        places.forEach((table, place) -> box(svg, table, place));
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, @Nullable Place child, @Nullable Place parent) {
        if (child == null || parent == null) {
            return;
        }
        int fromX = child.x() + WIDTH / 2;
        int toX = parent.x() + WIDTH / 2;
        int toY = parent.y() + HEIGHT;
        svg.append("<path d=\"M").append(fromX).append(' ').append(child.y());
        svg.append(" C").append(fromX).append(' ').append(child.y() - GAP_Y / 2).append(' ');
        svg.append(toX).append(' ').append(toY + GAP_Y / 2).append(' ');
        svg.append(toX).append(' ').append(toY).append("\"/>");
    }

    private static void box(StringBuilder svg, String table, Place place) {
        String name = table.startsWith("public.") ? table.substring("public.".length()) : table;
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        svg.append("<rect x=\"").append(place.x()).append("\" y=\"").append(place.y());
        svg.append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" rx=\"6\"/><text x=\"");
        svg.append(place.x() + WIDTH / 2).append("\" y=\"").append(place.y() + HEIGHT / 2 + 5);
        svg.append("\">").append(ReportPage.escaped(shown)).append("</text>");
    }
}
