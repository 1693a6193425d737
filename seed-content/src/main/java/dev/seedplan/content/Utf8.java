package dev.seedplan.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text of a file: UTF-8 without a byte order mark, every line ending with {@code \n}, without U+0000. */
final class Utf8 {

    private Utf8() {}

    /**
     * {@return the text of bytes} Line ends are made alike, because version control changes them from system to system,
     * and the same content must give the same rows.
     *
     * @throws Refused if they are no UTF-8 or contain U+0000
     */
    static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            // Either the file has that character, or Java put it in place of malformed bytes.
            requireWellFormed(bytes);
        }
        return cleaned(text);
    }

    private static String cleaned(String decoded) {
        String text = decoded;
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new Refused(ContentError.NUL, lineAt(text, nul), "the file contains the character U+0000");
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * {@return the text of bytes in any encoding, with the same treatment}
     *
     * @throws Refused if they are none or contain U+0000
     */
    static String text(byte[] bytes, Charset encoding) {
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return text(bytes);
        }
        String text;
        try {
            text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused(
                    ContentError.NOT_UTF8, 0, "the file is not in the encoding the pool names, " + encoding.name());
        }
        return cleaned(text);
    }

    private static void requireWellFormed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (!result.isError()) {
            return;
        }
        boolean utf16 =
                bytes.length > 1 && ((bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) && (bytes[0] & 0xFF) >= 0xFE;
        String what = utf16
                ? "the file is UTF-16"
                : String.format(
                        Locale.ROOT,
                        "the byte 0x%02X at offset %d is not UTF-8",
                        bytes[in.position()] & 0xFF,
                        in.position());
        throw new Refused(ContentError.NOT_UTF8, utf16 ? 0 : lineAt(out.flip(), out.limit()), what);
    }

    /** {@return the line of a position, from 1} */
    static long lineAt(CharSequence text, int position) {
        return 1 + text.chars().limit(position).filter(c -> c == '\n').count();
    }
}
