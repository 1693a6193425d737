package dev.seedplan.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latin spellings of lower-case letters that are not a Latin letter with an accent. Cyrillic follows the table for
 * passports in ICAO Doc 9303 part 3, section 6 B; Greek is spelled by sound, letter by letter, after ISO 843 type 2.
 */
final class Transliteration {

    private static final Map<Integer, String> LATIN = new HashMap<>();

    static {
        add("ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ n ĸ q ſ s ŧ t ə e ĳ ij");
        add(
                "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch");
        add("ъ ie ы y ь - э e ю iu я ia є ie і i ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѕ dz");
        add("α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");
    }

    private Transliteration() {}

    /** {@return the spelling, empty for a letter that is not spoken, or null for a letter that has none} */
    static @Nullable String latin(int lowerCase) {
        return LATIN.get(lowerCase);
    }

    private static void add(String pairs) {
        String[] words = pairs.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            LATIN.put(words[i].codePointAt(0), words[i + 1].equals("-") ? "" : words[i + 1]);
        }
    }
}
