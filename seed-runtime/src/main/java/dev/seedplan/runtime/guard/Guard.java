package dev.seedplan.runtime.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which environment a database is, and whether what is going to be done to it may be done.
 *
 * <p>Everything that speaks for an environment is heard, and the most cautious wins: what was declared, words in the names of
 * host, database and cluster, what the database is marked as, and more than 1,000 rows that no run of ours wrote, which make
 * it at least staging. Only the rules of a file may say less of a target than its names and rows do. Production needs the
 * database's name, typed or confirmed. Immutable.
 */
public final class Guard {

    /** Nothing declared, nothing agreed, nobody to ask. */
    public static final Guard USUAL = new Guard(Map.of(), null, EnvironmentRules.NONE, Consent.NOBODY);

    private final Map<String, Environment> declared;
    private final @Nullable String confirmed;
    private final EnvironmentRules rules;
    private final Consent consent;

    private Guard(
            Map<String, Environment> declared, @Nullable String confirmed, EnvironmentRules rules, Consent consent) {
        this.declared = declared;
        this.confirmed = confirmed;
        this.rules = rules;
        this.consent = consent;
    }

    /**
     * {@return a guard for a database that somebody says is an environment; the target itself may still show more}
     *
     * @param source who says so, as part of a sentence, for example {@code --env}
     */
    public Guard declared(Environment environment, String source) {
        Map<String, Environment> more = new LinkedHashMap<>(declared);
        more.put(source, environment);
        return new Guard(more, confirmed, rules, consent);
    }

    /**
     * {@return a guard for a database that somebody says is an environment}
     *
     * @param name the environment's name; null where nothing is said
     * @param source who says so, as part of a sentence
     * @throws dev.seedplan.runtime.SeedException if there is no such environment (exit code 2)
     */
    public Guard declaredAs(@Nullable String name, String source) {
        return name == null
                ? this
                : declared(
                        Environment.named(name)
                                .orElseThrow(() -> GuardError.NO_ENVIRONMENT.because(source + " is " + name
                                        + ", it must be one of " + String.join(", ", Environment.names()))),
                        source);
    }

    /** {@return a guard to which a run on the database of that name has been agreed, if production was declared} */
    public Guard confirmed(@Nullable String database) {
        return new Guard(declared, database, rules, consent);
    }

    /** {@return a guard with a file's rules} */
    public Guard rules(EnvironmentRules other) {
        return new Guard(declared, confirmed, other, consent);
    }

    /** {@return a guard that asks a person where it would refuse} */
    public Guard asking(Consent person) {
        return new Guard(declared, confirmed, rules, person);
    }

    /** {@return the rules of the file} */
    public EnvironmentRules rules() {
        return rules;
    }

    /**
     * Looks at a database and refuses what may not be done to it.
     *
     * @param connection to the database; an open transaction is ended
     * @param ledgerSchema the schema of the ledger, whose rows are ours
     * @return what the database was taken for
     * @throws dev.seedplan.runtime.SeedException if it may not be done (exit code 5)
     */
    public Verdict check(Connection connection, String ledgerSchema, Action action) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        TargetFacts facts;
        try {
            facts = TargetFacts.of(connection, ledgerSchema);
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
        Verdict verdict = verdict(facts);
        if (confirmed != null && !confirmed.equals(facts.database())) {
            throw GuardError.OTHER_DATABASE.because(
                    "\"" + confirmed + "\" was confirmed, the database is \"" + facts.database() + "\"");
        }
        String refusal = refusal(facts, verdict, action);
        if (refusal != null) {
            throw (verdict.environment() == Environment.PRODUCTION ? GuardError.NOT_AGREED : GuardError.SHARED)
                    .because(refusal);
        }
        return verdict;
    }

    private @Nullable String refusal(TargetFacts facts, Verdict verdict, Action action) {
        Environment environment = verdict.environment();
        String what = "the database " + facts.name() + " counts as " + verdict.text();
        if (environment.compareTo(Environment.TEST) <= 0) {
            return null;
        }
        if (action == Action.RESET) {
            throw GuardError.NOT_THROW_AWAY.because(what);
        }
        boolean isKnown = declared.values().stream().anyMatch(e -> e.compareTo(environment) >= 0);
        boolean isAgreed = environment == Environment.PRODUCTION
                ? isKnown && confirmed != null
                : isKnown || action == Action.WRITE;
        return isAgreed || isTyped(facts, what) ? null : what;
    }

    private boolean isTyped(TargetFacts facts, String what) {
        String typed = consent.typed(
                Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".\nType the database's name to go on: ");
        return typed != null && typed.strip().equals(facts.database());
    }

    Verdict verdict(TargetFacts facts) {
        Map<String, Environment> said = new LinkedHashMap<>();
        declared.forEach((source, environment) -> said.put(source + " says so", environment));
        if (!facts.marker().isEmpty()) {
            for (String marker : facts.marker().split("\\s+", -1)) {
                // A marker nobody understands was meant as a warning.
                said.put(
                        "it is marked seedplan.environment = " + marker,
                        Environment.named(marker).orElse(Environment.PRODUCTION));
            }
        }
        Optional<Environment> ruled = rules.of(facts.hosts(), facts.database());
        if (ruled.isPresent()) {
            said.put("seedplan.yaml lists it", ruled.get());
        } else {
            facts.hosts().forEach(host -> said.put("its host is called " + host, NameHints.of(host)));
            said.put("it is called " + facts.database(), NameHints.of(facts.database()));
            said.put("its server's cluster_name is " + facts.cluster(), NameHints.of(facts.cluster()));
            said.put(
                    "it holds more than 1,000 rows that no run of ours wrote",
                    facts.otherRows() > TargetFacts.MANY ? Environment.STAGING : Environment.DEVELOPMENT);
        }
        Environment most = said.values().stream().reduce(Environment.DEVELOPMENT, Environment::max);
        List<String> reasons = new ArrayList<>();
        said.forEach((reason, environment) -> {
            if (environment == most && (most != Environment.DEVELOPMENT || declared.containsKey(source(reason)))) {
                reasons.add(reason);
            }
        });
        return new Verdict(most, reasons);
    }

    private static String source(String reason) {
        return reason.endsWith(" says so") ? reason.substring(0, reason.length() - " says so".length()) : reason;
    }
}
