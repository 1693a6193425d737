package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.UniqueText;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;

/** Files, addresses of the web, sums and secrets. */
final class Network {

    private static final String[][] FILES = {
        {"pdf", "application/pdf"},
        {"png", "image/png"},
        {"jpg", "image/jpeg"},
        {"csv", "text/csv"},
        {"txt", "text/plain"},
        {"zip", "application/zip"},
        {"json", "application/json"},
        {"mp4", "video/mp4"}
    };
    private static final long[] STATUSES = {200, 200, 200, 200, 200, 200, 201, 204, 301, 400, 404, 500};

    private final Cells cells;
    private final Texts texts;

    Network(Cells cells, Texts texts) {
        this.cells = cells;
        this.texts = texts;
    }

    String fileName(ColumnMeaning column, Draws row) {
        return cells.text(Values.slug(), row.of("file:" + column.column()), -1) + "." + extension(column, row);
    }

    String filePath(ColumnMeaning column, Draws row) {
        return "uploads/" + fileName(column, row);
    }

    String extension(ColumnMeaning column, Draws row) {
        return file(column, row)[0];
    }

    String mimeType(ColumnMeaning column, Draws row) {
        return file(column, row)[1];
    }

    long httpStatus(ColumnMeaning column, Draws row) {
        return STATUSES[(int) row.of("http:" + column.column()).below(STATUSES.length)];
    }

    String ip(ColumnMeaning column, Draws row) {
        return texts.of(column.says("ipv6") ? Values.ipv6() : Values.ipv4(), column, row);
    }

    /** {@return hexadecimal digits, as many as the name's algorithm or else the column has; bytes for bytea} */
    Object hash(ColumnMeaning column, Draws row) {
        int room = Fit.maxLength(column.type());
        int digits = column.says("md5") || room == 32 ? 32 : column.says("sha1") || room == 40 ? 40 : 64;
        digits = column.says("sha512") || room == 128 ? 128 : digits;
        digits = room > 0 ? Math.min(room, digits) : digits;
        return hex(Texts.own(column, row), digits);
    }

    /** {@return 32 hexadecimal digits, fewer where the column is shorter} */
    String token(ColumnMeaning column, Draws row) {
        int room = Fit.maxLength(column.type());
        return hex(Texts.own(column, row), room > 0 ? Math.min(room, 32) : 32);
    }

    /** {@return what a service might call something: {@code ext_4f1c99a7b2d0}} */
    String externalId(ColumnMeaning column, Draws row) {
        int room = Fit.maxLength(column.type());
        String id = hex(Texts.own(column, row), 16);
        return room >= 0 && room < 20 ? id.substring(0, Math.min(16, Math.max(1, room))) : "ext_" + id;
    }

    /** {@return #4f9a1c, or a colour's name where that does not fit} */
    String color(ColumnMeaning column, Draws row) {
        int room = Fit.maxLength(column.type());
        UniqueText hex = Values.hexColor();
        return room >= 0 && room < 7 ? texts.of(Values.color(), column, row) : texts.of(hex, column, row);
    }

    private static String hex(Draws draws, int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < digits; i++) {
            String part = Long.toHexString(draws.of(i).bits());
            text.append("0".repeat(16 - part.length())).append(part);
        }
        return text.substring(0, digits);
    }

    private static String[] file(ColumnMeaning column, Draws row) {
        boolean image = column.says("image") || column.says("photo") || column.says("picture") || column.says("avatar");
        return image
                ? FILES[1 + (int) row.of("file").below(2)]
                : FILES[(int) row.of("file").below(FILES.length)];
    }
}
