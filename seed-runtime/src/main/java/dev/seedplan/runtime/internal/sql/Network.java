package dev.seedplan.runtime.internal.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An inet or cidr value; of version 6 only the spelling tells. */
record Network(int family, String address, int maskLength) {

    private static final Pattern V4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    static @Nullable Network parse(String text) {
        Matcher four = V4.matcher(text);
        if (four.matches()) {
            String mask = four.group(5);
            String address = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
            return new Network(4, address, mask == null ? 32 : Integer.parseInt(mask));
        }
        Matcher six = V6.matcher(text);
        return six.matches()
                ? new Network(6, six.group(1), six.group(2) == null ? 128 : Integer.parseInt(six.group(2)))
                : null;
    }
}
