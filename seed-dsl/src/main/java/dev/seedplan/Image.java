package dev.seedplan;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A picture. What it is comes from its bytes, never from its name: jpeg, png, gif, webp, svg or avif. The bytes are read
 * when they are asked for. Its fields for {@link #text} are {@code mime}, {@code width}, {@code height},
 * {@code orientation}, {@code taken}, {@code latitude} and {@code longitude}.
 */
public interface Image extends Asset {

    /** {@return the MIME type, for example {@code image/jpeg}} */
    String mime();

    /** {@return the width in pixels, as stored: before {@link #orientation} is applied} */
    int width();

    /** {@return the height in pixels, as stored} */
    int height();

    /** {@return EXIF's orientation, 1 to 8; 1 (upright) where the file says none} */
    int orientation();

    /** {@return when EXIF says that it was taken, on the camera's clock; null where it does not} */
    @Nullable
    LocalDateTime taken();

    /** {@return the latitude EXIF gives in degrees, -90 to 90; null where it gives none} */
    @Nullable
    Double latitude();

    /** {@return the longitude EXIF gives in degrees, -180 to 180; null where it gives none} */
    @Nullable
    Double longitude();

    /** {@return the file's bytes} */
    byte[] bytes();

    /**
     * {@return the most frequent colour as {@code #rrggbb}, after reducing each channel to 16 steps}
     *
     * @throws UnsupportedOperationException for webp, svg and avif, which the JDK cannot decode
     * @throws dev.seedplan.spi.ContentException if the file cannot be decoded
     */
    String dominantColor();

    /**
     * {@return the picture as a png with neither side longer than {@code longest} pixels; never enlarged}
     *
     * @param longest 1 to 4096
     * @throws UnsupportedOperationException for webp, svg and avif, which the JDK cannot decode
     * @throws dev.seedplan.spi.ContentException if the file cannot be decoded
     */
    byte[] thumbnail(int longest);
}
