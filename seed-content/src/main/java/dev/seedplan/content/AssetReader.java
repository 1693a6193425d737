package dev.seedplan.content;

import dev.seedplan.Assets;

/**
 * Turns the bytes of a file into assets.
 *
 * @param <A> what one asset is
 */
interface AssetReader<A> {

    /**
     * Reads a file, adding its assets in the file's order.
     *
     * @param file the file's id
     * @throws Refused if it cannot be read any further
     */
    void read(String file, byte[] bytes, Loaded<A> into);

    /**
     * {@return the reader of a pool}
     *
     * @throws Refused if the record cannot take such assets
     */
    static <A> AssetReader<A> of(Assets<A> assets) {
        return switch (assets.format()) {
            case MARKDOWN -> MarkdownReader.of(assets.type());
            case CSV -> CsvReader.of(assets.type());
            case JSON -> new JsonReader<>(RecordShape.of(assets.type(), Assets.Format.JSON));
        };
    }
}
