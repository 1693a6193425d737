package dev.seedplan.processor;

import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/**
 * What the processor says about a plan (SEED-2xxx) and about itself (SEED-9xxx); the snapshot's errors are SEED-1xxx.
 */
public enum ProcessorError implements ErrorCode {
    /** A row class that the snapshot has no table for. */
    UNKNOWN_ROW_CLASS(
            "SEED-2001",
            "The snapshot has no table for a row class",
            "use the row class of a table that exists, or take a new snapshot"),
    /** A parameter that is no row, no Draw, and no asset. */
    UNKNOWN_PARAMETER(
            "SEED-2002",
            "A row method has a parameter that nothing can be passed for",
            "a row method takes its row, parents (row classes), a Draw, and with @Rows(from = ...) the asset"),
    /** Row classes of two schema packages in one plan. */
    MIXED_SCHEMAS(
            "SEED-2003",
            "A plan mixes row classes of two schema packages",
            "one plan fills one database: take all row classes from one package"),
    /** A plan class that no program can extend and create. */
    PLAN_CLASS(
            "SEED-2004",
            "A plan class cannot be extended and created by its program",
            "a plan is a class that is neither final nor private nor inner, with a constructor without "
                    + "parameters that is not private"),
    /** A row method that the program cannot call. */
    ROW_METHOD(
            "SEED-2005",
            "A row method cannot be called by the program",
            "a row method is an instance method, not private, returns void and throws no checked exception"),
    /** An instant that does not parse. */
    BAD_INSTANT("SEED-2006", "The plan's instant is not one", "write it as in at = \"2026-01-01T00:00:00Z\""),
    /** A language without dictionaries. */
    UNKNOWN_LOCALE("SEED-2007", "The plan's language is unknown", "use one of en, de, es, fr"),
    /** Two row methods of one name for one table. */
    SAME_NAME(
            "SEED-2008",
            "Two row methods of one name fill the same table",
            "give one of them another name: it is a part of the address that decides the values"),
    /** A row method without a number of rows. */
    NO_COUNT(
            "SEED-2009",
            "A row method does not say how many rows it makes",
            "mark the parent it iterates with @Per, or the method with @Rows; make a helper private or static"),
    /** A row method with two numbers of rows. */
    TWO_COUNTS(
            "SEED-2010",
            "A row method says twice how many rows it makes",
            "keep @Rows on the method or @Per on one parent, and let the other parents be picked"),
    /** A number of rows that is none. */
    BAD_COUNT(
            "SEED-2011",
            "A number of rows is incomplete or negative",
            "write @Rows(50), @Rows(from = \"FIELD\"), @Per(3) or @Per(min = 1, max = 12)"),
    /** A minimum above its maximum. */
    MIN_ABOVE_MAX("SEED-2012", "A minimum is above its maximum", "raise max or lower min"),
    /** More rows than a unique index allows. */
    ABOVE_CAPACITY(
            "SEED-2013", "A unique index does not allow so many rows", "lower the number, or iterate another parent"),
    /** A density that makes no pairs. */
    BAD_DENSITY(
            "SEED-2015",
            "The density of a link table is not usable",
            "write @Per(density = 0.2), above 0 and at most 1 and without other numbers, on one parent of a link "
                    + "table, and give the method one other parent, or mark the one that is meant with "
                    + "@Pick(distinct = true)"),
    /** A plan without row methods. */
    EMPTY_PLAN("SEED-2014", "A plan has no row method", "add a method whose first parameter is a row class"),
    /** A parent without a foreign key that leads to it. */
    LOST_FOREIGN_KEY(
            "SEED-2101",
            "No foreign key leads to a parent",
            "remove the parameter, or restore the foreign key and take a new snapshot"),
    /** A NOT NULL foreign key nobody provides. */
    MISSING_PARENT(
            "SEED-2102",
            "A NOT NULL foreign key has no parent",
            "add a parameter for it, or mark the method with @Pick (any row will do) or @Own (the body sets the "
                    + "column)"),
    /** More than one foreign key leads to a parent. */
    AMBIGUOUS_PARENT("SEED-2103", "More than one foreign key leads to a parent", "say which with @Via"),
    /** An annotation that names a column the table does not have. */
    UNKNOWN_COLUMN("SEED-2104", "An annotation names a column that does not exist", "use a column of the table"),
    /** Two parents for one foreign key. */
    PARENT_TWICE(
            "SEED-2105",
            "A foreign key has two parents",
            "remove one of them, or say with @Via which foreign key each stands for"),
    /** NULLs where none can be. */
    NULLS("SEED-2106", "A share of NULLs is asked for where NULL cannot be", "remove nulls"),
    /** A share that is not between 0 and 1. */
    BAD_SHARE("SEED-2107", "A share is not between 0 and 1", "0 means never, 1 always"),
    /** A tree that cannot be. */
    BAD_TREE(
            "SEED-2108",
            "A @Tree cannot be built",
            "@Tree stands on a parent of the method's own table, with a depth of 1 or more and a foreign key "
                    + "that may be NULL"),
    /** A self reference without a shape. */
    SELF_REFERENCE(
            "SEED-2109",
            "A parent is of the table that is being filled",
            "mark it with @Tree, or with @Existing for rows that are in the database already"),
    /** Annotations that exclude each other. */
    ROLES("SEED-2110", "A parent has annotations that exclude each other", "keep one of them"),
    /** An @Existing that cannot be evaluated. */
    BAD_EXISTING(
            "SEED-2111",
            "An @Existing cannot be evaluated",
            "limit is 1 or more, and without names table.column of a foreign key that points at the parent"),
    /** Tables that depend on each other. */
    CYCLE(
            "SEED-2112",
            "Tables depend on each other in a circle",
            "make one of these foreign keys nullable or DEFERRABLE, or take one parent with @Existing"),
    /** A column that nobody can fill. */
    NO_VALUE(
            "SEED-2113",
            "A NOT NULL column has no default, and its type no setter",
            "give the column a default, make it nullable, or leave the table out with @Rows(0)"),
    /** A pool that is no field. */
    UNKNOWN_POOL(
            "SEED-2201",
            "A pool is not a field of the plan",
            "name a field of type Assets of the plan or of an ancestor"),
    /** A pool that the program cannot read. */
    POOL_ACCESS("SEED-2202", "A pool cannot be read by the program", "make it package-private, protected or public"),
    /** A parameter of another type than the pool's assets. */
    ASSET_TYPE(
            "SEED-2203",
            "A parameter has another type than the assets of the pool",
            "give the parameter the type between the angle brackets of Assets"),
    /** A record no file could fill. */
    ASSET_RECORD("SEED-2204", "A record cannot take the fields of an asset", "change the component"),
    /** A distribution that makes no sense. */
    BAD_DISTRIBUTION(
            "SEED-2221",
            "A distribution of content is not usable",
            "write @Rows(from = \"FIELD\") on the method, @Distribute(min = 1, max = 4) on one parent, and "
                    + "@Quota(field = \"category\", is = \"news\", max = 0.5) or @Restrict(required = \"news\") beside it"),
    /** A rule of a distribution that asks for a field the assets do not have. */
    RULE_FIELD(
            "SEED-2222", "A rule of a distribution names a field that does not exist", "use a component of the record"),
    /** A rule of a distribution that asks a method the plan does not have. */
    RULE_METHOD(
            "SEED-2223",
            "A rule of a distribution names a method that does not exist",
            "write a method of the plan with these parameters"),
    /** A mapping that does not parse. */
    MAPPING_SYNTAX(
            "SEED-2401",
            "A mapping cannot be read",
            "a line is column = expression, with | before what is taken where the former is missing"),
    /** A line for a column that is not there, or not to be set. */
    MAPPING_COLUMN(
            "SEED-2402",
            "A mapping has a line for a column that it cannot set",
            "name each column of the table once that has a setter"),
    /** A field no asset of the pool has. */
    MAPPING_FIELD("SEED-2403", "A mapping names a field that the assets do not have", "name one they have"),
    /** A function nobody knows. */
    MAPPING_FUNCTION("SEED-2404", "A mapping calls a function that there is not", "docs/mapping.md lists them all"),
    /** A value that the column never takes. */
    MAPPING_TYPE(
            "SEED-2405",
            "A value of a mapping is none that its place takes",
            "change the expression, or convert with a function"),
    /** A class that exists already under the name of a generated one. */
    NAME_TAKEN(
            "SEED-2301",
            "A class has the name of a generated one",
            "rename it, or move it to another package; Eclipse's batch compiler also says this of former "
                    + "output, which then has to be deleted first"),
    /** A fault of the processor. */
    INTERNAL(
            "SEED-9001",
            "An internal error of the processor",
            "please report this text together with the plan or the snapshot it is about");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    ProcessorError(String code, String summary, String remedy) {
        this.text = ErrorText.ofCompiler(code, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
