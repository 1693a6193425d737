package dev.seedplan;

import dev.seedplan.internal.Piece;
import dev.seedplan.internal.Template;

/** People. Import {@link Values}, which has all of these. */
public abstract class PersonValues {

    private static final LocalizedText FIRST_NAME = Template.of(Dict.FIRST_NAME);
    private static final LocalizedText LAST_NAME = Template.of(Dict.LAST_NAME);
    private static final LocalizedText FULL_NAME = Template.of(Dict.FIRST_NAME, " ", Dict.LAST_NAME);
    private static final LocalizedText NAME_PREFIX = Template.of(Dict.NAME_PREFIX);
    private static final LocalizedText FORMAL_NAME =
            Template.of(Dict.NAME_PREFIX, " ", Dict.FIRST_NAME, " ", Dict.LAST_NAME);
    private static final LocalizedText GENDER = Template.of(Dict.GENDER);
    private static final LocalizedText MARITAL_STATUS = Template.of(Dict.MARITAL_STATUS);
    private static final LocalizedText NATIONALITY = Template.of(Dict.NATIONALITY);
    private static final LocalizedText JOB_TITLE = Template.of(Dict.JOB_TITLE);
    private static final LocalizedText PROFESSION = Template.of(Dict.PROFESSION);
    private static final LocalizedText SKILL = Template.of(Dict.SKILL);
    private static final LocalizedText HOBBY = Template.of(Dict.HOBBY);
    private static final LocalizedText PHONE = phones();

    PersonValues() {}

    /** {@return a given name: {@code Ada}} */
    public static LocalizedText firstName() {
        return FIRST_NAME;
    }

    /** {@return a family name: {@code Lovelace}} */
    public static LocalizedText lastName() {
        return LAST_NAME;
    }

    /** {@return given and family name: {@code Ada Lovelace}} */
    public static LocalizedText fullName() {
        return FULL_NAME;
    }

    /** {@return a form of address: {@code Dr.}} */
    public static LocalizedText namePrefix() {
        return NAME_PREFIX;
    }

    /** {@return a name with its form of address, which is drawn apart from the name: {@code Dr. Ada Lovelace}} */
    public static LocalizedText formalName() {
        return FORMAL_NAME;
    }

    /** {@return a gender as forms ask for it: {@code Female}} */
    public static LocalizedText gender() {
        return GENDER;
    }

    /** {@return a marital status: {@code Never married}} */
    public static LocalizedText maritalStatus() {
        return MARITAL_STATUS;
    }

    /** {@return a nationality: {@code Norwegian}} */
    public static LocalizedText nationality() {
        return NATIONALITY;
    }

    /** {@return the title of a post in a company: {@code Senior Marketing Manager}} */
    public static LocalizedText jobTitle() {
        return JOB_TITLE;
    }

    /** {@return a profession: {@code carpenter}} */
    public static LocalizedText profession() {
        return PROFESSION;
    }

    /** {@return what a job advertisement asks for: {@code Problem solving}} */
    public static LocalizedText skill() {
        return SKILL;
    }

    /** {@return what people do in their spare time: {@code Astronomy}} */
    public static LocalizedText hobby() {
        return HOBBY;
    }

    /**
     * {@return a telephone number in E.164 that nobody can have: {@code +12125550142}}
     *
     * <p>From the numbers kept for fiction: 555-0100 to 555-0199 in North America (ATIS-0300115), those of the
     * Bundesnetzagentur for German and of the ARCEP for French. No such numbers are known for Spain, so Spanish has the American ones.
     */
    public static LocalizedText phone() {
        return PHONE;
    }

    private static Template phones() {
        Object[] american = {"+1", new Piece.Count(201, 989, 3), "55501", new Piece.Count(0, 99, 2)};
        Object[] german = {
            "+49", Piece.choice("3023125", "6990009", "4066969", "2214710", "8999998"), new Piece.Count(0, 999, 3)
        };
        Object[] french = {
            "+33", Piece.choice("19900", "26191", "35301", "46571", "53649", "63998"), new Piece.Count(0, 9999, 4)
        };
        return Template.byLanguage(american, german, french, american);
    }
}
