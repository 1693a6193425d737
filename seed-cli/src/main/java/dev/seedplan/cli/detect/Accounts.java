package dev.seedplan.cli.detect;

import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether users work alone or in teams. */
final class Accounts {

    private static final List<String> PERSONS = List.of("user", "person", "people", "member", "profile", "account");
    private static final List<String> GROUPS = List.of(
            "team", "organization", "organisation", "workspace", "tenant", "company", "account", "group", "household");

    private Accounts() {}

    static Guess of(Names names) {
        List<String> evidence = new ArrayList<>();
        names.column("accounts.is_personal_account").ifPresent(evidence::add);
        Set<String> persons = new TreeSet<>(names.called(PERSONS));
        Set<String> groups = new TreeSet<>(names.called(GROUPS));
        for (Table table : names.tables()) {
            boolean person = false;
            boolean group = false;
            for (ForeignKey key : table.foreignKeys()) {
                String parent = key.references().toString();
                // A table of accounts can be either; it is one of the two beside another one.
                if (groups.contains(parent) && !group && !(person && persons.contains(parent))) {
                    group = true;
                } else if (persons.contains(parent)) {
                    person = true;
                }
            }
            String name = Names.singular(table.name().name());
            if (person && group && name.matches(".*(member|membership|_user|user_.*|role|seat)")) {
                evidence.add(table.name() + " joins "
                        + String.join(
                                " and ",
                                table.foreignKeys().stream()
                                        .map(k -> k.references().toString())
                                        .distinct()
                                        .toList()));
            }
        }
        if (!evidence.isEmpty()) {
            return new Guess("team", evidence);
        }
        List<String> users = names.called(List.of("user", "account", "profile"));
        return users.isEmpty()
                ? new Guess("none", List.of("no table is called users, accounts or profiles"))
                : new Guess("individual", List.of(String.join(", ", users) + ", and no table joins them to groups"));
    }
}
