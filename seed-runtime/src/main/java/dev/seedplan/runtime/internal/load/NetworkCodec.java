package dev.seedplan.runtime.internal.load;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** {@code inet} and {@code cidr} in binary (inet_recv in PostgreSQL's network.c), from their text. */
final class NetworkCodec implements TypeCodec {

    // Only literals: a name would be looked up in the network.
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");
    private static final int FAMILY_V4 = 2;
    private static final int FAMILY_V6 = 3;

    private final boolean cidr;

    NetworkCodec(boolean cidr) {
        this.cidr = cidr;
    }

    @Override
    public void encode(Object value, CopyBuffer out) {
        String text = (String) value;
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        byte[] address = address(host, text);
        int bits = address.length * 8;
        try {
            bits = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address of a network", e);
        }
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("\"" + text + "\" has no valid number of bits after the slash");
        }
        out.int8(address.length == 4 ? FAMILY_V4 : FAMILY_V6);
        out.int8(bits);
        out.int8(cidr ? 1 : 0);
        out.int8(address.length);
        out.raw(address);
    }

    private static byte[] address(String host, String text) {
        if (!LITERAL.matcher(host).matches() || (host.indexOf(':') < 0 && !host.contains("."))) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address");
        }
        try {
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address", e);
        }
    }
}
