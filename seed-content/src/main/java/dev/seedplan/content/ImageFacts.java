package dev.seedplan.content;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's bytes say about it, without decoding it.
 *
 * @param mime by content
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation EXIF's, 1 to 8
 * @param taken EXIF's date, null without
 * @param latitude in degrees, null without
 * @param longitude in degrees, null without
 */
record ImageFacts(
        String mime,
        int width,
        int height,
        int orientation,
        @Nullable LocalDateTime taken,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /** EXIF 2.32, 4.6.5: {@code YYYY:MM:DD HH:MM:SS}; cameras without a clock write blanks or noughts. */
    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * {@return the facts of a file}
     *
     * @throws Refused if it is no picture of a known kind, or not whole
     */
    static ImageFacts of(byte[] bytes) {
        SvgSize svg = SvgSize.of(bytes);
        if (svg != null) {
            return new ImageFacts("image/svg+xml", svg.width(), svg.height(), 1, null, null, null);
        }
        try {
            FileType type = FileTypeDetector.detectFileType(new ByteArrayInputStream(bytes));
            Class<? extends Directory> sizes = switch (type) {
                case Jpeg -> JpegDirectory.class;
                case Png -> PngDirectory.class;
                case Gif -> GifHeaderDirectory.class;
                case WebP -> WebpDirectory.class;
                case Avif -> HeifDirectory.class;
                default -> throw none("its bytes are those of no jpeg, png, gif, webp, svg or avif");
            };
            ImageEnd.check(type, bytes);
            Metadata all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length, type);
            return of(type, all, sizes, type == FileType.Avif ? AvifSize.of(bytes) : null);
        } catch (ImageProcessingException | IOException e) {
            throw none("it is not whole: " + Shown.firstLine(e.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // The reader trusts some of the lengths in a file.
            throw none("it is malformed: " + Shown.firstLine(e.toString()));
        }
    }

    private static ImageFacts of(
            FileType type, Metadata all, Class<? extends Directory> sizes, @Nullable AvifSize known) {
        Integer width = known == null ? null : known.width();
        Integer height = known == null ? null : known.height();
        for (Directory directory : all.getDirectoriesOfType(sizes)) {
            if (width == null || height == null) {
                width = directory.getInteger(widthTag(type));
                height = directory.getInteger(heightTag(type));
            }
        }
        if (width == null || height == null || width < 1 || height < 1) {
            throw none("it says no width and height");
        }
        ExifIFD0Directory exif = all.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        GpsDirectory gps = all.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        if (place != null
                && (Math.abs(place.getLatitude()) > 90 || Math.abs(place.getLongitude()) > 180 || place.isZero())) {
            place = null;
        }
        return new ImageFacts(
                type.getMimeType(),
                width,
                height,
                orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation,
                taken(all.getFirstDirectoryOfType(ExifSubIFDDirectory.class), exif),
                place == null ? null : (Double) place.getLatitude(),
                place == null ? null : (Double) place.getLongitude());
    }

    private static int widthTag(FileType type) {
        return switch (type) {
            case Jpeg -> JpegDirectory.TAG_IMAGE_WIDTH;
            case Png -> PngDirectory.TAG_IMAGE_WIDTH;
            case Gif -> GifHeaderDirectory.TAG_IMAGE_WIDTH;
            case WebP -> WebpDirectory.TAG_IMAGE_WIDTH;
            default -> HeifDirectory.TAG_IMAGE_WIDTH;
        };
    }

    private static int heightTag(FileType type) {
        return switch (type) {
            case Jpeg -> JpegDirectory.TAG_IMAGE_HEIGHT;
            case Png -> PngDirectory.TAG_IMAGE_HEIGHT;
            case Gif -> GifHeaderDirectory.TAG_IMAGE_HEIGHT;
            case WebP -> WebpDirectory.TAG_IMAGE_HEIGHT;
            default -> HeifDirectory.TAG_IMAGE_HEIGHT;
        };
    }

    private static @Nullable LocalDateTime taken(
            @Nullable ExifSubIFDDirectory picture, @Nullable ExifIFD0Directory file) {
        String text = picture == null ? null : picture.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        if (text == null && file != null) {
            text = file.getString(ExifIFD0Directory.TAG_DATETIME);
        }
        try {
            return text == null ? null : LocalDateTime.parse(text.strip(), EXIF);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Refused none(String why) {
        return new Refused(ContentError.NO_IMAGE, 0, why);
    }
}
