package dev.seedplan.cli.analyze;

import dev.seedplan.cli.JsonObject;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which relations are shown. */
enum Format {
    TEXT {
        @Override
        String of(Relations relations) {
            StringBuilder text = new StringBuilder();
            text.append(relations.tables().size())
                    .append(" tables, ")
                    .append(relations.all().size())
                    .append(" foreign keys\n");
            text.append("\norder:\n");
            int number = 1;
            for (List<QName> step : relations.order()) {
                text.append("  ")
                        .append(number++)
                        .append(". ")
                        .append(names(step))
                        .append('\n');
            }
            section(
                    text,
                    "relations",
                    relations.all().stream().map(Format::text).toList());
            section(
                    text,
                    "cycles",
                    relations.cycles().stream().map(Format::text).toList());
            section(
                    text,
                    "junction tables",
                    relations.junctions().stream().map(QName::toString).toList());
            section(
                    text,
                    "tenant columns",
                    relations.tenants().stream()
                            .map(t -> t.column() + " to " + t.owner() + ", in "
                                    + t.tables().size() + " tables: " + names(t.tables()))
                            .toList());
            return text.toString();
        }
    },
    JSON {
        @Override
        String of(Relations relations) {
            return new JsonObject()
                            .put("version", 1)
                            .put("command", "analyze")
                            .put("exit", 0)
                            .put(
                                    "tables",
                                    relations.tables(),
                                    table -> table.name().toString())
                            .put(
                                    "order",
                                    relations.order(),
                                    step -> new JsonObject().put("tables", step, QName::toString))
                            .put("relations", relations.all(), Format::json)
                            .put(
                                    "cycles",
                                    relations.cycles(),
                                    cycle -> new JsonObject()
                                            .put("tables", cycle.tables(), QName::toString)
                                            .put("openings", cycle.openings(), Format::json))
                            .put("junctions", relations.junctions(), QName::toString)
                            .put(
                                    "tenants",
                                    relations.tenants(),
                                    tenant -> new JsonObject()
                                            .put("column", tenant.column())
                                            .put("owner", tenant.owner())
                                            .put("tables", tenant.tables(), QName::toString))
                    + "\n";
        }
    },
    MERMAID {
        @Override
        String of(Relations relations) {
            StringBuilder text = new StringBuilder("erDiagram\n");
            Map<QName, String> names = identifiers(relations);
            names.forEach((table, name) -> text.append("    ")
                    .append(name)
                    .append("[\"")
                    .append(table.toString().replace("\"", "'"))
                    .append("\"]\n"));
            for (Relations.Relation relation : relations.all()) {
                String parent = names.get(relation.key().references());
                if (parent != null) {
                    text.append("    ")
                            .append(parent)
                            .append(relation.nullable() ? " |o--o{ " : " ||--o{ ")
                            .append(names.get(relation.child()))
                            .append(" : \"")
                            .append(String.join(", ", relation.key().columns()).replace("\"", "'"))
                            .append("\"\n");
                }
            }
            return text.toString();
        }
    },
    DOT {
        @Override
        String of(Relations relations) {
            StringBuilder text = new StringBuilder("digraph schema {\n    rankdir=RL;\n    node [shape=box];\n");
            Set<QName> junctions = new HashSet<>(relations.junctions());
            for (Table table : relations.tables()) {
                text.append("    ")
                        .append(quoted(table.name().toString()))
                        .append(junctions.contains(table.name()) ? " [style=dashed];\n" : ";\n");
            }
            for (Relations.Relation relation : relations.all()) {
                text.append("    ")
                        .append(quoted(relation.child().toString()))
                        .append(" -> ")
                        .append(quoted(relation.key().references().toString()))
                        .append(" [label=")
                        .append(quoted(String.join(", ", relation.key().columns())))
                        .append(relation.nullable() ? ", style=dashed];\n" : "];\n");
            }
            return text.append("}\n").toString();
        }
    };

    /** {@return the relations in this form, ending with a line feed} */
    abstract String of(Relations relations);

    private static void section(StringBuilder text, String title, List<String> lines) {
        text.append('\n').append(title).append(lines.isEmpty() ? ": none\n" : ":\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private static String names(List<QName> tables) {
        return tables.stream().map(QName::toString).collect(Collectors.joining(", "));
    }

    private static String text(Relations.Relation relation) {
        return relation.child() + " (" + String.join(", ", relation.key().columns()) + ") to "
                + relation.key().references() + " ("
                + String.join(", ", relation.key().referencedColumns()) + ")"
                + (relation.nullable() ? ", may be NULL" : "") + (relation.deferrable() ? ", deferrable" : "");
    }

    private static String text(Relations.Cycle cycle) {
        return (cycle.tables().size() == 1 ? cycle.tables().get(0) + " refers to itself" : names(cycle.tables()))
                + (cycle.openings().isEmpty()
                        ? ": no key of it may be NULL or wait, so that one statement has to insert all"
                        : ": "
                                + cycle.openings().stream()
                                        .map(r -> r.child() + " ("
                                                + String.join(", ", r.key().columns()) + ") "
                                                + (r.nullable() ? "may be NULL" : "can wait"))
                                        .collect(Collectors.joining("; ")));
    }

    private static JsonObject json(Relations.Relation relation) {
        return new JsonObject()
                .put("name", relation.key().name())
                .put("from", relation.child())
                .put("columns", relation.key().columns(), c -> c)
                .put("to", relation.key().references())
                .put("referencedColumns", relation.key().referencedColumns(), c -> c)
                .put("nullable", relation.nullable())
                .put("deferrable", relation.deferrable());
    }

    /** Letters, digits and underscores, each different. */
    private static Map<QName, String> identifiers(Relations relations) {
        Map<QName, String> names = new LinkedHashMap<>();
        List<String> taken = new ArrayList<>();
        for (Table table : relations.tables()) {
            String stem = table.name().toString().replaceAll("[^A-Za-z0-9]+", "_");
            String name = stem;
            for (int i = 2; taken.contains(name); i++) {
                name = stem + "_" + i;
            }
            taken.add(name);
            names.put(table.name(), name);
        }
        return names;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
