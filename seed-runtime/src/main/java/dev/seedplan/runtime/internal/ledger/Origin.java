package dev.seedplan.runtime.internal.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** From where this process seeds. */
final class Origin {

    private Origin() {}

    /** {@return the operating system's user, the host and the process id: {@code ada@laptop:4711}} */
    static String here() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "?";
        }
        return System.getProperty("user.name") + "@" + host + ":"
                + ProcessHandle.current().pid();
    }
}
