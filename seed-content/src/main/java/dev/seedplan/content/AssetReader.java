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
     * @param found where it can be read again
     * @throws Refused if it cannot be read any further
     */
    void read(FileFacts file, Found found, byte[] bytes, Loaded<A> into);

    /**
     * {@return the reader of a pool}
     *
     * @throws Refused if the record cannot take such assets
     */
    static <A> AssetReader<A> of(Assets<A> assets) {
        return switch (assets.format()) {
            case MARKDOWN -> MarkdownReader.of(assets);
            case CSV -> CsvReader.of(assets);
            case JSON -> new JsonReader<>(FieldsBinding.of(assets));
            case YAML -> YamlReader.of(assets);
            case TEXT -> TextReader.of(assets);
            case IMAGE -> ImageReader.of(assets);
        };
    }
}
