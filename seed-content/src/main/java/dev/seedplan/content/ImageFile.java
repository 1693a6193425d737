package dev.seedplan.content;

import dev.seedplan.Image;
import dev.seedplan.spi.ContentException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * @param values its facts as fields
 * @param facts its facts
 * @param found where its bytes are
 * @param crc their CRC-32 when the facts were read
 */
record ImageFile(FieldsText values, ImageFacts facts, Found found, long crc) implements Image {

    @Override
    public String id() {
        return values.origin().id();
    }

    @Override
    public String path() {
        return found.id();
    }

    @Override
    public long size() {
        return values.origin().file().size();
    }

    @Override
    public Instant modified() {
        return values.origin().file().modified();
    }

    @Override
    public @Nullable String text(String field) {
        // What the bytes say; a file's fact of that name would be what its name says.
        return switch (field) {
            case "$mime", "$mimetype" -> mime();
            case "$width" -> Integer.toString(width());
            case "$height" -> Integer.toString(height());
            default -> values.text(field);
        };
    }

    @Override
    public List<String> list(String field) {
        String text = text(field);
        return text == null ? List.of() : List.of(text);
    }

    @Override
    public List<String> fields() {
        return List.copyOf(values.fields().fields().keySet());
    }

    @Override
    public String mime() {
        return facts.mime();
    }

    @Override
    public int width() {
        return facts.width();
    }

    @Override
    public int height() {
        return facts.height();
    }

    @Override
    public int orientation() {
        return facts.orientation();
    }

    @Override
    public @Nullable LocalDateTime taken() {
        return facts.taken();
    }

    @Override
    public @Nullable Double latitude() {
        return facts.latitude();
    }

    @Override
    public @Nullable Double longitude() {
        return facts.longitude();
    }

    @Override
    public byte[] bytes() {
        try {
            byte[] bytes = found.bytesLater();
            if (ImageReader.crc(bytes) != crc) {
                throw new Refused(ContentError.CHANGED, 0, "its bytes are others than they were");
            }
            return bytes;
        } catch (Refused e) {
            throw new ContentException(e.message(path()), e);
        }
    }

    @Override
    public String dominantColor() {
        return decoded(Pixels::dominantColor);
    }

    @Override
    public byte[] thumbnail(int longest) {
        if (longest < 1 || longest > 4096) {
            throw new IllegalArgumentException("a thumbnail of " + longest + " pixels");
        }
        return decoded(pixels -> pixels.thumbnail(longest));
    }

    private <T> T decoded(Function<Pixels, T> work) {
        switch (mime()) {
            case "image/jpeg", "image/png", "image/gif" -> {
                try {
                    return work.apply(Pixels.of(bytes()));
                } catch (Refused e) {
                    throw new ContentException(e.message(path()), e);
                }
            }
            default ->
                throw new UnsupportedOperationException(path() + " is " + mime()
                        + ", which cannot be decoded here: dominant colours and thumbnails are made of jpeg, png and"
                        + " gif");
        }
    }

    @Override
    public String toString() {
        return path();
    }
}
