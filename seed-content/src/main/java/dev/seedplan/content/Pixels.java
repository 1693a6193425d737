package dev.seedplan.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A decoded picture, thinned out while it is read where it is large; its first frame where it has several. */
final class Pixels {

    /** The most pixels of a picture in the file: a 100-megapixel camera's, and few enough for a row of them in memory. */
    static final long MOST = 120_000_000;

    /** The most pixels that are held, about 2,000 by 2,000: 16 MB. */
    private static final long MOST_HELD = 4_000_000;

    private final BufferedImage image;

    private Pixels(BufferedImage image) {
        this.image = image;
    }

    /**
     * {@return the picture}
     *
     * @throws Refused if it is too large or malformed
     */
    static Pixels of(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw ImageFacts.none("nothing here decodes it");
            }
            javax.imageio.ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST) {
                    throw new Refused(
                            ContentError.IMAGE_TOO_LARGE,
                            0,
                            "it has " + reader.getWidth(0) + " by " + reader.getHeight(0) + " pixels, and more than "
                                    + MOST + " are not decoded");
                }
                ImageReadParam thinned = reader.getDefaultReadParam();
                int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_HELD));
                thinned.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
                return new Pixels(reader.read(0, thinned));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw ImageFacts.none("it cannot be decoded: " + Shown.firstLine(e.toString()));
        }
    }

    /** {@return the most frequent colour, in 16 steps a channel; of equally frequent ones the darkest; transparency is not counted} */
    String dominantColor() {
        int[] counts = new int[4096];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                if (argb >>> 24 >= 128) {
                    counts[((argb >> 12) & 0xF00) | ((argb >> 8) & 0xF0) | ((argb >> 4) & 0xF)]++;
                }
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        // 0 to 15 on 0 to 255: times 17.
        return String.format(Locale.ROOT, "#%02x%02x%02x", (most >> 8) * 17, ((most >> 4) & 15) * 17, (most & 15) * 17);
    }

    /** {@return a png with neither side longer, each pixel the mean of those it stands for} */
    byte[] thumbnail(int longest) {
        int side = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longest / side);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * image.getHeight() / height);
            int bottom = (int) ((long) (y + 1) * image.getHeight() / height);
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * image.getWidth() / width);
                int right = (int) ((long) (x + 1) * image.getWidth() / width);
                small.setRGB(x, y, mean(left, top, right, bottom));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The mean of the pixels, each as much as it is opaque. */
    private int mean(int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int argb = image.getRGB(x, y);
                int opaque = argb >>> 24;
                alpha += opaque;
                red += (long) opaque * ((argb >> 16) & 255);
                green += (long) opaque * ((argb >> 8) & 255);
                blue += (long) opaque * (argb & 255);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long number = (long) (right - left) * (bottom - top);
        return (int) (((alpha / number) << 24) | ((red / alpha) << 16) | ((green / alpha) << 8) | (blue / alpha));
    }
}
