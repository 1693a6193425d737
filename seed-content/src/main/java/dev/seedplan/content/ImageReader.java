package dev.seedplan.content;

import dev.seedplan.Assets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads pictures: what they say about themselves. */
final class ImageReader {

    private ImageReader() {}

    static <A> AssetReader<A> of(Assets<A> assets) {
        return (file, found, bytes, into) -> {
            ImageFacts facts = ImageFacts.of(bytes);
            Origin origin = new Origin(file, file.path(), null);
            FieldsText values = new FieldsText(fields(facts), origin);
            into.add(
                    file.path(),
                    assets.type().cast(new ImageFile(values, facts, found, crc(bytes))),
                    Source.at(origin, 0));
        };
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Value.Fields fields(ImageFacts facts) {
        Map<String, Value> fields = new LinkedHashMap<>();
        put(fields, "mime", facts.mime());
        put(fields, "width", facts.width());
        put(fields, "height", facts.height());
        put(fields, "orientation", facts.orientation());
        put(fields, "taken", facts.taken());
        put(fields, "latitude", facts.latitude());
        put(fields, "longitude", facts.longitude());
        return new Value.Fields(fields, 0);
    }

    private static void put(Map<String, Value> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, new Value.Scalar(Value.Kind.ANY, value.toString(), 0));
        }
    }
}
