package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Texts;
import dev.seedplan.runtime.internal.regex.UnsupportedPatternException;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one value that meets facts. */
final class Making {

    /** So many candidates are tried against conditions that are not understood. */
    private static final int TRIES = 100;

    private final TableRules rules;
    private final String column;
    private final ColumnType type;
    private final Facts facts;

    Making(TableRules rules, String column, ColumnType type, Facts facts) {
        this.rules = rules;
        this.column = column;
        this.type = type;
        this.facts = facts;
    }

    /** {@return the natural value if it will do as it is or a little changed, else one made from the facts; null if none is found} */
    @Nullable
    Object value(@Nullable Object natural, Draws draws) {
        if (natural != null) {
            for (Object variant : Adapting.variants(type, facts, natural, rules)) {
                if (!Boolean.FALSE.equals(type.meets(facts, variant)) && passes(variant)) {
                    return variant;
                }
            }
        }
        int tries = facts.tests().isEmpty() ? 4 : TRIES;
        for (int i = 0; i < tries; i++) {
            Object made = made(draws.of(i), i);
            if (made == null) {
                break;
            }
            List<Object> variants =
                    facts.tests().isEmpty() ? List.of(made) : Adapting.variants(type, facts, made, rules);
            for (Object variant : variants) {
                if (!Boolean.FALSE.equals(type.meets(facts, variant)) && passes(variant)) {
                    return variant;
                }
            }
        }
        for (Object usual : Usual.values(type, facts, rules)) {
            if (!Boolean.FALSE.equals(type.meets(facts, usual)) && passes(usual)) {
                return usual;
            }
        }
        return null;
    }

    private boolean passes(Object value) {
        for (Facts.Test test : facts.tests()) {
            Truth truth = rules.evaluator().test(test.expr(), name -> name.equals(column) ? type.datum(value) : null);
            if (!Outcomes.allow(test.outcomes(), truth)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object made(Draws draws, int i) {
        Set<Object> in = facts.in();
        if (in != null) {
            List<Object> keys = new ArrayList<>(in);
            Object key = keys.isEmpty() ? null : keys.get((int) ((draws.below(keys.size()) + i) % keys.size()));
            return key == null ? null : type.valueOfKey(key);
        } else if (type.scale().isPresent()) {
            return new Positions(type.scale().get(), facts, rules.now()).draw(draws, i);
        } else if (type.isText()) {
            return text(draws);
        } else if (type.isBytes()) {
            return bytes(draws);
        } else if (type.key().equals("uuid")) {
            long high = (draws.of("high").bits() & ~0xF000L) | 0x4000L;
            return new UUID(high, (draws.of("low").bits() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        } else if (type.element().isPresent()) {
            return ListValues.made(rules, facts.list(), type.element().get(), draws);
        }
        return type.isJson() ? JsonValues.made(rules, facts.json(), draws) : null;
    }

    private @Nullable Object text(Draws draws) {
        try {
            Texts texts = facts.text().language().isAnything() ? Words.texts(facts.text()) : type.texts(facts);
            return texts.isEmpty() ? null : texts.draw(draws);
        } catch (UnsupportedPatternException e) {
            return null;
        }
    }

    private byte[] bytes(Draws draws) {
        int min = facts.text().minBytes();
        int length = Math.max(min, Math.min(facts.text().maxBytes(), 16));
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) draws.of(i).bits();
        }
        return bytes;
    }
}
