package dev.seedplan.content;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The size of an svg: its width and height, with SVG 2's default of a CSS pixel to 1/96 inch, else its viewBox, else
 * 300 by 150. Only the root's tag is read, without DTD and without entities of its own.
 *
 * @param width in pixels, rounded up
 * @param height in pixels, rounded up
 */
record SvgSize(int width, int height) {

    private static final int LOOKED_AT = 4096;
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z][\\w.-]*:)?svg[\\s/>]");
    private static final Pattern LENGTH =
            Pattern.compile("\\s*\\+?([0-9]{1,9}(?:\\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in)?\\s*");
    private static final Pattern NUMBERS = Pattern.compile("[\\s,]+");

    /**
     * {@return the size, null if the file is no svg}
     *
     * @throws Refused if it is one and malformed
     */
    static @Nullable SvgSize of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), StandardCharsets.UTF_8);
        String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        if (!text.stripLeading().startsWith("<") || !ROOT.matcher(text).find()) {
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    if (!reader.hasNext()) {
                        throw ImageFacts.none("it is XML without a root");
                    }
                }
                return reader.getLocalName().equals("svg") ? of(reader) : null;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw ImageFacts.none("it is no well-formed svg: " + Shown.firstLine(e.getMessage()));
        }
    }

    private static SvgSize of(XMLStreamReader root) {
        double[] box = box(root.getAttributeValue(null, "viewBox"));
        Double width = pixels(root.getAttributeValue(null, "width"));
        Double height = pixels(root.getAttributeValue(null, "height"));
        double ratio = box[1] / box[0];
        if (width != null) {
            return new SvgSize(whole(width), whole(height == null ? width * ratio : height));
        }
        return height == null
                ? new SvgSize(whole(box[0]), whole(box[1]))
                : new SvgSize(whole(height / ratio), whole(height));
    }

    private static int whole(double pixels) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(pixels)));
    }

    private static double[] box(@Nullable String viewBox) {
        double[] size = {300, 150};
        String[] numbers = viewBox == null ? new String[0] : NUMBERS.split(viewBox.strip(), -1);
        if (numbers.length == 4) {
            Double width = pixels(numbers[2]);
            Double height = pixels(numbers[3]);
            if (width != null && height != null) {
                size[0] = width;
                size[1] = height;
            }
        }
        return size;
    }

    /** Relative lengths, such as 100 %, say nothing about a size. */
    private static @Nullable Double pixels(@Nullable String length) {
        Matcher matcher = LENGTH.matcher(length == null ? "" : length);
        if (!matcher.matches()) {
            return null;
        }
        double number = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "px" : matcher.group(2);
        double pixels = switch (unit) {
            case "in" -> number * 96;
            case "cm" -> number * 96 / 2.54;
            case "mm" -> number * 96 / 25.4;
            case "pt" -> number * 96 / 72;
            case "pc" -> number * 16;
            default -> number;
        };
        return pixels > 0 ? pixels : null;
    }
}
