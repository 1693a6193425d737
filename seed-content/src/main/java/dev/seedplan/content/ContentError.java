package dev.seedplan.content;

/** What can be wrong with content (SEED-51xx). A code never changes its meaning and is never given out twice. */
public enum ContentError {
    /** More than one of the errors below, in one pool. */
    SEVERAL("5101", "A pool of content has several problems", "mend them all; nothing was written"),
    /** A pool without any file. */
    NO_FILE(
            "5102",
            "No file matches the pool's path",
            "correct the path in the plan, put the files on the class path (for example below src/main/resources), or"
                    + " name the folder they are in with --content"),
    /** The path or glob of a pool is not one. */
    BAD_LOCATION(
            "5103",
            "The path of a pool is not a relative path or glob",
            "write it from the root of the class path, with /, and with the wildcards *, **, ?, [a-z] and {a,b} only"),
    /** {@code --content} names no directory. */
    NO_DIRECTORY(
            "5104",
            "The directory given for content does not exist",
            "give an existing directory, zip or jar with --content"),
    /** The operating system or the archive refuses. */
    UNREADABLE("5105", "A file or folder of content cannot be read", "check that it exists and may be read"),
    /** A file beyond the limit. */
    TOO_LARGE("5106", "A file of content is too large", "split the file, or narrow the path in the plan"),
    /** A folder beyond the limit. */
    TOO_MANY("5107", "A folder holds too many files and folders to search", "narrow the path in the plan"),
    /** A symbolic link leaves the folder. */
    OUTSIDE(
            "5108",
            "A symbolic link leads out of the content's folder",
            "copy what it leads to into the folder, or give the folder it leads to with --content"),
    /** Symbolic links make a circle. */
    LINK_LOOP("5109", "A symbolic link leads back to a folder it is in", "remove the link"),
    /** The name of a file is not text in the system's encoding. */
    BAD_NAME(
            "5110",
            "The name of a file is not readable text",
            "rename the file, or run in a locale of UTF-8 (for example LC_ALL=C.UTF-8)"),
    /** Bytes that are no UTF-8. */
    NOT_UTF8("5111", "A file is not UTF-8", "save the file as UTF-8, or name its encoding in the plan with encodedAs"),
    /** The character U+0000. */
    NUL("5112", "Content holds the character U+0000, which PostgreSQL cannot store in a text", "remove the character"),
    /** Front matter without its end. */
    UNCLOSED_FRONT_MATTER(
            "5121",
            "Front matter has no end",
            "close it with a line of three dashes, or, if the file has no front matter, begin it otherwise"),
    /** A value of front matter that YAML would read otherwise than it looks. */
    NEEDS_QUOTES(
            "5123", "A value of front matter cannot be written without quotes", "put the value into double quotes"),
    /** Text in quotes that breaks YAML's rules. */
    BAD_QUOTES(
            "5124",
            "A value in quotes of front matter is malformed",
            "close the quotes on the same line, and write \\\\ for a backslash in double quotes"),
    /** The same field twice. */
    DUPLICATE_FIELD("5125", "A field is given twice", "remove one of them"),
    /** Front matter or a file that is no YAML 1.2. */
    BAD_YAML(
            "5126",
            "Front matter or a file is not YAML",
            "correct it; \"key: value\" on each line, with quotes around a value that contains \": \", is always YAML"),
    /** A YAML file of another shape. */
    NOT_FIELDS(
            "5127",
            "A YAML file holds something else than fields or a list of them",
            "write \"key: value\" on each line, or begin each of several with \"- \""),
    /** YAML or markdown that nobody writes by hand. */
    TOO_DEEP("5128", "Content is nested too deeply", "flatten it"),
    /** A CSV file without a header. */
    NO_HEADER("5131", "A CSV file is empty", "give it a header line with the names of its columns"),
    /** Column names nobody could ask for. */
    BAD_HEADER(
            "5132",
            "The header of a CSV file is unusable",
            "give each column a different name, without white space around it, and separate them with commas, or say what separates them with separatedBy"),
    /** A line with more or fewer cells than the header. */
    RAGGED(
            "5133",
            "A line of a CSV file has another number of cells than its header",
            "add or remove commas, or put a cell that contains a comma into double quotes"),
    /** Quotes that do not end, or end too early. */
    BAD_CSV("5134", "A line of a CSV file is malformed", "close the quotes, and double those inside a quoted cell"),
    /** A plan asks a CSV line for a column that is not in the header. */
    NO_COLUMN("5135", "A CSV file has no column of that name", "correct the name in the plan or in the header"),
    /** A file that is no JSON. */
    BAD_JSON("5141", "A JSON file does not parse", "correct the file"),
    /** JSON of another shape. */
    NOT_OBJECT(
            "5142",
            "A JSON file holds something else than an object or an array of objects",
            "write one object { … }, or an array of them [{ … }, { … }]"),
    /** A field that must be there is not. */
    MISSING_FIELD(
            "5151",
            "A field that a record needs is missing",
            "add the field to the file, or name the one that is meant with @Named"),
    /** A value that is not of the type wanted. */
    WRONG_VALUE("5152", "A value is not what a record's component takes", "correct the file, or change the type"),
    /** A record no file could be bound to. */
    BAD_RECORD("5153", "A record cannot take the fields of an asset", "change the record"),
    /** A record's constructor threw. */
    RECORD_REFUSED("5154", "A record refused an asset", "correct the file, or the record's constructor"),
    /** A converter of the plan's author threw. */
    NOT_CONVERTED("5155", "A converter refused a value", "correct the file, or the converter"),
    /** Two assets of a file with the same key. */
    DUPLICATE_KEY(
            "5156", "Two assets of a file have the same key", "give each its own, or name another field with keyedBy"),
    /** A file that is no picture of a known kind. */
    NO_IMAGE(
            "5161",
            "A file is no picture that can be read",
            "put a whole jpeg, png, gif, webp, svg or avif in its place, or narrow the path in the plan"),
    /** A picture that grows beyond memory when it is decoded. */
    IMAGE_TOO_LARGE("5162", "A picture is too large to be decoded", "scale it down"),
    /** A file that was changed during the run. */
    CHANGED("5163", "A file of content has changed since the run began", "run again when nobody writes to it"),
    /** A pool's selection names what is not there. */
    NO_ASSET("5171", "A selection names an asset that is not in the pool", "name an id, a path or a file's name"),
    /** A function of the plan's author threw. */
    SELECTION_THREW("5172", "A function that selects assets threw", "correct the function in the plan"),
    /** Definitions of pools that are none. */
    BAD_POOLS(
            "5173",
            "Definitions of pools are not understood",
            "write pools: and below it for each name a format, a path and, where wanted, steps"),
    /** A distribution of a kind or size beyond what is solved exactly. */
    NOT_SOLVED(
            "5181",
            "The rules of a distribution are of a kind, or of a size, that is not solved exactly",
            "leave out a quota or a restriction; nothing is distributed by approximation"),
    /** Assets that nobody can make up. */
    CANNOT_MAKE(
            "5182",
            "There are too few assets, and more of them cannot be made",
            "add content, ask for less, or let the rules be relaxed with tooFew = TooFew.RELAX");

    private final String code;
    private final String summary;
    private final String remedy;

    ContentError(String code, String summary, String remedy) {
        this.code = "SEED-" + code;
        this.summary = summary;
        this.remedy = remedy;
    }

    /** {@return the code, for example {@code SEED-5102}} */
    public String code() {
        return code;
    }

    /** {@return the exit code of a run that ends with it: refused before writing} */
    public int exitCode() {
        return 5;
    }

    /** {@return what is wrong, in one sentence without the particulars of a case and without a full stop} */
    public String summary() {
        return summary;
    }

    /** {@return what to do about it, without a full stop} */
    public String remedy() {
        return remedy;
    }

    /**
     * {@return the message of one case}
     *
     * @param where the file, or the file and line {@code content/tags.csv:3}, or the pool
     * @param what what is wrong and why, without a full stop
     */
    String message(String where, String what) {
        return "[" + code + "] " + where + ": " + what + "; " + remedy + ".";
    }
}
