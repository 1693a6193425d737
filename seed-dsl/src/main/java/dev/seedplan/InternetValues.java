package dev.seedplan;

import dev.seedplan.internal.Derived;
import dev.seedplan.internal.Numbers;
import dev.seedplan.internal.Patterns;
import dev.seedplan.internal.Piece;
import dev.seedplan.internal.Slugs;
import dev.seedplan.internal.Template;

/** The internet. Names of hosts are those RFC 2606 reserves: nothing made here reaches anybody. Import {@link Values}. */
public abstract class InternetValues extends PersonValues {

    private static final Piece HOST = Piece.choice("example.com", "example.org", "example.net");
    private static final LocalizedText EMAIL =
            Template.of(Dict.FIRST_NAME_ASCII, ".", Dict.LAST_NAME_ASCII, new Piece.Count(1, 999, 1), "@", HOST);
    private static final LocalizedText USERNAME =
            Template.of(Dict.FIRST_NAME_ASCII, "_", Dict.LAST_NAME_ASCII, new Piece.Count(1, 999, 1));
    private static final LocalizedText DOMAIN_NAME = Template.of(Dict.LAST_NAME_ASCII, ".", HOST);
    private static final UniqueText URL =
            Template.of("https://", Dict.LAST_NAME_ASCII, ".", HOST, "/", Dict.ADJECTIVE, "/", Dict.NOUN);
    private static final UniqueText IMAGE_URL =
            Template.of("https://example.com/images/", Dict.NOUN, "-", new Piece.Count(1, 9_999, 4), ".jpg");
    private static final UniqueText SLUG = Template.of(Dict.ADJECTIVE, "-", Dict.NOUN);
    private static final UniqueText IPV4 = Template.of(
            "10.", new Piece.Count(0, 255, 1), ".", new Piece.Count(0, 255, 1), ".", new Piece.Count(1, 254, 1));
    private static final UniqueText IPV6 = ipv6Addresses();
    private static final UniqueText MAC =
            Template.of("02:", hex(2), ":", hex(2), ":", hex(2), ":", hex(2), ":", hex(2));
    private static final UniqueText USER_AGENT = Template.of(Dict.USER_AGENT);
    private static final UniqueText HTTP_METHOD = Template.of(Dict.HTTP_METHOD);
    private static final UniqueText HTTP_STATUS = Template.of(Dict.HTTP_STATUS);
    private static final UniqueText MIME_TYPE = Template.of(Dict.MIME_TYPE);
    private static final UniqueText FILE_EXTENSION = Template.of(Dict.FILE_EXTENSION);
    private static final UniqueText FILE_NAME = Template.of(Dict.ADJECTIVE, "-", Dict.NOUN, ".", Dict.FILE_EXTENSION);
    private static final UniqueText PASSWORD_HASH =
            Patterns.random("$2b$10$", "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 53);
    private static final UniqueText TOKEN = Patterns.hex("", 32);
    private static final UniqueText SHA256 = Patterns.hex("", 64);
    private static final UniqueText HEX_COLOR = Patterns.hex("#", 6);
    private static final UniqueText VERSION =
            Template.of(new Piece.Count(0, 12, 1), ".", new Piece.Count(0, 30, 1), ".", new Piece.Count(0, 20, 1));
    private static final UniqueIntGen PORT = new Numbers.Ints(1_024, 65_535);

    InternetValues() {}

    /** {@return a mail address that nobody has: {@code ada.lovelace7@example.com}; see also {@link #emailOf}} */
    public static LocalizedText email() {
        return EMAIL;
    }

    /**
     * {@return the mail address of someone with that name: {@code ada.lovelace@example.com}} People of one name share it,
     * unless {@code unique()} adds a code: {@code ada.lovelace.0k3m9q@example.com}.
     *
     * <pre>{@code
     * u.email(emailOf(u.name()).unique());
     * }</pre>
     */
    public static DerivedText emailOf(String name) {
        return Derived.email(name);
    }

    /** {@return a user name: {@code ada_lovelace7}} */
    public static LocalizedText username() {
        return USERNAME;
    }

    /** {@return a host: {@code lovelace.example.org}} */
    public static LocalizedText domainName() {
        return DOMAIN_NAME;
    }

    /** {@return an address of the web: {@code https://lovelace.example.org/brave/otter}} */
    public static UniqueText url() {
        return URL;
    }

    /** {@return the address of a page with that title: {@code https://example.com/on-computable-numbers}} */
    public static DerivedText urlOf(String title) {
        return new Derived("https://example.com/" + Slugs.slug(title), '-', "", Integer.MAX_VALUE);
    }

    /** {@return the address of a picture, which does not exist: {@code https://example.com/images/otter-0042.jpg}} */
    public static UniqueText imageUrl() {
        return IMAGE_URL;
    }

    /** {@return part of an address: {@code brave-otter}; see also {@code slugify}} */
    public static UniqueText slug() {
        return SLUG;
    }

    /** {@return an IPv4 address of the private network 10.0.0.0/8 (RFC 1918): {@code 10.20.30.40}} */
    public static UniqueText ipv4() {
        return IPV4;
    }

    /** {@return an IPv6 address of the range for documentation, 2001:db8::/32 (RFC 3849)} */
    public static UniqueText ipv6() {
        return IPV6;
    }

    /** {@return a locally administered hardware address (IEEE 802): {@code 02:4f:1c:99:00:a7}} */
    public static UniqueText macAddress() {
        return MAC;
    }

    /** {@return a browser as it names itself} */
    public static UniqueText userAgent() {
        return USER_AGENT;
    }

    /** {@return an HTTP method: {@code POST}} */
    public static UniqueText httpMethod() {
        return HTTP_METHOD;
    }

    /** {@return an HTTP status line: {@code 404 Not Found}} */
    public static UniqueText httpStatus() {
        return HTTP_STATUS;
    }

    /** {@return a media type: {@code application/json}} */
    public static UniqueText mimeType() {
        return MIME_TYPE;
    }

    /** {@return the end of a file's name: {@code pdf}} */
    public static UniqueText fileExtension() {
        return FILE_EXTENSION;
    }

    /** {@return a file's name: {@code brave-otter.pdf}} */
    public static UniqueText fileName() {
        return FILE_NAME;
    }

    /** {@return text in the form of a bcrypt hash, 60 characters, which no password is known to give} */
    public static UniqueText passwordHash() {
        return PASSWORD_HASH;
    }

    /** {@return 32 hexadecimal digits, as for a sign-in or an invitation} */
    public static UniqueText token() {
        return TOKEN;
    }

    /** {@return 64 hexadecimal digits, the form of a SHA-256 digest} */
    public static UniqueText sha256() {
        return SHA256;
    }

    /** {@return a colour of the web: {@code #4f9a1c}} */
    public static UniqueText hexColor() {
        return HEX_COLOR;
    }

    /** {@return a version in three numbers: {@code 2.14.3}} */
    public static UniqueText version() {
        return VERSION;
    }

    /** {@return a port that needs no privilege: 1024 to 65535} */
    public static UniqueIntGen port() {
        return PORT;
    }

    private static Piece hex(int length) {
        return new Piece.Symbols("0123456789abcdef", length);
    }

    private static Template ipv6Addresses() {
        // No group begins with a zero, so that the text is the one PostgreSQL prints.
        Object[] pieces = new Object[18];
        for (int i = 0; i < pieces.length; i += 3) {
            pieces[i] = i == 0 ? "2001:db8:" : ":";
            pieces[i + 1] = new Piece.Symbols("123456789abcdef", 1);
            pieces[i + 2] = hex(3);
        }
        return Template.of(pieces);
    }
}
