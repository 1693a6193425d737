package dev.seedplan.dict;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides which words are fit for a demonstration, and brings them into one form. */
final class Cleaning {

    private static final int LONGEST = 200;

    // Words that startle on a screen: slurs, drugs, crime, and names that stand for one man; and one that is no word.
    private static final Set<String> LEFT_OUT = Set.of("""
            abuse addict adolf ass assassin bastard bitch bitchip bludgeon bomb breast brothel bunghole
            cannabis cannibalise cock cocaine corpse crap crotch cum cunt dead deadly death dick die drug
            drunk dumb dung dvnis dyke execute execution fag fanny fat fetish fuck garrote gay gaylord gook
            gun hell heroin hitler homicidal hooker idiot idiotic intercourse isis jihad kill killer
            killing knickers lesbian lobotomise lolita lynch mao molest moron murder murderer naked nazi
            negro nude obscene osama pantyhose penis piss poison porn prick pussy racist randy rape rapist
            retarded saddam sadistic semen sex sexual sexy shit slave slut stab stalin strangle stupid
            suicide terror terrorise terrorist thigh thongs tit torture ugly vagina victim violence violent
            vomit weapon whore
            """.strip().split("\\s+"));

    private static final Map<String, String> MISSPELLED = Map.of(
            "Developpeur",
            "Développeur",
            "Executif",
            "Exécutif",
            "Ingenieur",
            "Ingénieur",
            "Specialiste",
            "Spécialiste",
            "fiherman",
            "fisherman");

    private Cleaning() {}

    /** {@return the fit ones, each once, in the order of their UTF-16 code units} */
    static List<String> clean(Collection<String> words) {
        TreeSet<String> clean = new TreeSet<>();
        for (String word : words) {
            String one = Normalizer.normalize(word, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
            one = MISSPELLED.getOrDefault(one, one);
            if (isFit(one)) {
                clean.add(one);
            }
        }
        return List.copyOf(clean);
    }

    /** {@return names of letters, hyphens and apostrophes only, so that a space stays a separator} */
    static List<String> singleNames(Collection<String> words) {
        return words.stream()
                .filter(word -> word.strip().matches("\\p{Lu}[\\p{L}'’-]*"))
                .toList();
    }

    /** {@return the words spelled as Germans do without umlauts} */
    static List<String> withoutUmlauts(Collection<String> words) {
        return words.stream()
                .map(word -> word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))
                .map(word -> word.replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue"))
                .toList();
    }

    /** {@return the words in lower-case a to z; other letters are spelled without their accents} */
    static List<String> ascii(Collection<String> words) {
        return words.stream()
                .map(word -> word.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", ""))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .filter(word -> word.length() >= 2)
                .toList();
    }

    private static boolean isFit(String word) {
        if (word.isEmpty() || word.length() > LONGEST || word.contains("#") || word.contains("??")) {
            return false;
        }
        return Arrays.stream(word.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .noneMatch(LEFT_OUT::contains);
    }
}
