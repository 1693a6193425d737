package dev.seedplan.schema;

/**
 * The JSON form of a snapshot: one object, sorted, one column, constraint or index per line, {@code \n} as line end,
 * the same bytes for the same snapshot. Fields that are false, absent or empty are left out.
 *
 * <p>{@code snapshot.schema.json} beside this class describes it as a JSON Schema.
 */
public final class SnapshotJson {

    private SnapshotJson() {}

    /**
     * {@return the snapshot that a text holds}
     *
     * @param json the text; line ends and white space do not matter
     * @throws SnapshotException.TooNew where the text's format is newer than {@link Snapshot#FORMAT}
     * @throws SnapshotException.Malformed where it is not a snapshot
     */
    public static Snapshot read(String json) {
        return read(json, "the snapshot");
    }

    /**
     * {@return the snapshot that a text holds}
     *
     * @param json the text; line ends and white space do not matter
     * @param file what messages call the text, usually the file's name
     * @throws SnapshotException.TooNew where the text's format is newer than {@link Snapshot#FORMAT}
     * @throws SnapshotException.Malformed where it is not a snapshot
     */
    public static Snapshot read(String json, String file) {
        return new SnapshotReader(file).snapshot(JsonTree.parse(json, file));
    }

    /**
     * {@return the JSON text of a snapshot, ending in a line end}
     *
     * @param snapshot the snapshot, its lists in the order in which they are to be written
     */
    public static String write(Snapshot snapshot) {
        JsonText text = JsonText.onLines();
        SnapshotWriter.write(snapshot, text);
        return text + "\n";
    }

    /** {@return the JSON text without white space} */
    static String writeCompact(Snapshot snapshot) {
        JsonText text = JsonText.compact();
        SnapshotWriter.write(snapshot, text);
        return text.toString();
    }
}
