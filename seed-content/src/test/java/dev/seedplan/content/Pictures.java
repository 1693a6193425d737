package dev.seedplan.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures for tests: what the JDK writes, and for the others the boxes and chunks that hold a size. */
final class Pictures {

    private Pictures() {}

    /** Mostly one colour, with a bar of another on the left. */
    static byte[] of(String format, int width, int height, int colour, int bar) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 4 ? bar : colour);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A jpeg with EXIF: turned by 90 degrees, taken in Berlin. */
    static byte[] jpegWithExif(int width, int height) {
        byte[] plain = of("jpg", width, height, 0x336699, 0x336699);
        ByteBuffer tiff = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.put("II".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        // Offsets count from "II", which is at 6.
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, 6);
        entry(tiff, 0x8769, 4, 1, 50);
        entry(tiff, 0x8825, 4, 1, 90);
        tiff.putInt(0);
        tiff.position(6 + 50);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 70);
        tiff.putInt(0);
        tiff.position(6 + 70);
        tiff.put("2024:05:31 18:30:59\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.position(6 + 90);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 150);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 174);
        tiff.putInt(0);
        tiff.position(6 + 150);
        for (int part : new int[] {52, 1, 30, 1, 0, 1, 13, 1, 24, 1, 0, 1}) {
            tiff.putInt(part);
        }
        byte[] exif = Arrays.copyOf(tiff.array(), tiff.position());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A lossless webp's header; its pixels are missing, and nobody looks at them. */
    static byte[] webp(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(22).put(ascii("WEBP")).put(ascii("VP8L")).putInt(10);
        out.put((byte) 0x2F).putInt((width - 1) | ((height - 1) << 14)).put(new byte[5]);
        return out.array();
    }

    /** An avif's boxes, with a thumbnail's size before the picture's. */
    static byte[] avif(int width, int height) {
        byte[] properties = box("ipco", join(size(16, 16), size(width, height)));
        // Item 1, the picture, has property 2; item 2, its thumbnail, property 1.
        byte[] which = box("ipma", new byte[] {0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1, 2, 0, 2, 1, 1});
        byte[] primary = box("pitm", new byte[] {0, 0, 0, 0, 0, 1});
        byte[] handler = box("hdlr", join(new byte[8], ascii("pict"), new byte[13]));
        byte[] items = box(
                "iinf",
                join(
                        new byte[] {0, 0, 0, 0, 0, 2},
                        box("infe", join(new byte[] {2, 0, 0, 0, 0, 1, 0, 0}, ascii("av01"), new byte[1])),
                        box("infe", join(new byte[] {2, 0, 0, 0, 0, 2, 0, 0}, ascii("av01"), new byte[1]))));
        byte[] meta = box("meta", join(new byte[4], handler, primary, items, box("iprp", join(properties, which))));
        return join(box("ftyp", join(ascii("avif"), new byte[4], ascii("avifmif1"))), meta, box("mdat", new byte[8]));
    }

    private static byte[] size(int width, int height) {
        return box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(name))
                .put(content)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
