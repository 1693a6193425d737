package dev.seedplan.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** The main class of the JVMs that tests start: one server, then whatever the standard input says. */
final class ServerInChild {

    private ServerInChild() {}

    public static void main(String[] arguments) {
        try {
            EmbeddedServer server =
                    EmbeddedServer.builder().directory(Path.of(arguments[0])).start();
            System.out.println("READY " + server.port() + " " + server.dataDirectory());
            if (new Scanner(System.in, StandardCharsets.UTF_8).nextLine().equals("exit")) {
                System.exit(0);
            }
        } catch (EmbeddedServerException e) {
            System.out.println("FAILED " + e.getMessage());
        }
    }
}
