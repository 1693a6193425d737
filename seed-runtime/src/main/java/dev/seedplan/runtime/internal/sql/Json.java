package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as jsonb compares it: an object is a sorted {@code Map}, an array a {@code List}, a number a {@code BigDecimal}
 * without trailing zeros, null {@link #NULL}.
 */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
public final class Json {

    /** JSON's null. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** {@return the document, null if the text is none} */
    public static @Nullable Object parse(String text) {
        Json json = new Json(text);
        try {
            Object value = json.value();
            json.blanks();
            return json.at == text.length() ? value : null;
        } catch (IndexOutOfBoundsException | NumberFormatException | IllegalStateException e) {
            return null;
        }
    }

    static @Nullable Boolean equal(String one, String other) {
        Object x = parse(one);
        Object y = parse(other);
        return (x == null || y == null) ? null : x.equals(y);
    }

    /** {@return what {@code jsonb_typeof} says} */
    public static String type(Object value) {
        if (value instanceof Map) {
            return "object";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof String) {
            return "string";
        }
        return value instanceof BigDecimal ? "number" : value instanceof Boolean ? "boolean" : "null";
    }

    /** {@return a document as text} */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                quote(entry.getKey().toString(), out);
                out.append(": ");
                write(Objects.requireNonNull(entry.getValue()), out);
                separator = ", ";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                write(element, out);
                separator = ", ";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            quote(string, out);
        } else {
            out.append(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Object value() {
        blanks();
        char c = text.charAt(at);
        switch (c) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", NULL);
            default:
                return number();
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new IllegalStateException(word);
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        BigDecimal number = new BigDecimal(text.substring(start, at)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new TreeMap<>();
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            blanks();
            String key = string();
            blanks();
            expect(':');
            object.put(key, value());
            blanks();
            if (text.charAt(at) != '}') {
                expect(',');
            }
        }
        at++;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        blanks();
        while (text.charAt(at) != ']') {
            array.add(value());
            blanks();
            if (text.charAt(at) != ']') {
                expect(',');
            }
        }
        at++;
        return array;
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw new IllegalStateException("expected " + c);
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                string.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            int letter = "bfnrt".indexOf(escaped);
            if (letter >= 0) {
                string.append("\b\f\n\r\t".charAt(letter));
            } else if (escaped == 'u') {
                string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            } else {
                string.append(escaped);
            }
        }
        at++;
        return string.toString();
    }
}
