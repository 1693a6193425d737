package dev.seedplan.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a Docker engine answers, found out in two seconds at most and without any Docker library. */
final class DockerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int STATUS_LINE = 64;
    private static final int DEFAULT_PORT = 2375;

    private DockerProbe() {}

    /** Asks where the environment says, else at the usual sockets, one after the other. */
    static boolean answers(UnaryOperator<@Nullable String> environment) {
        FutureTask<Boolean> question =
                new FutureTask<>(() -> addresses(environment).stream().anyMatch(DockerProbe::answersPing));
        Thread asking = new Thread(question, "seedplan-docker-probe");
        // A socket that accepts and never answers keeps its thread: that must not keep the JVM.
        asking.setDaemon(true);
        asking.start();
        try {
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<SocketAddress> addresses(UnaryOperator<@Nullable String> environment) {
        String host = environment.apply("DOCKER_HOST");
        List<SocketAddress> addresses = new ArrayList<>();
        if (host != null && !host.isBlank()) {
            URI uri = URI.create(host);
            if ("unix".equals(uri.getScheme())) {
                addSocket(addresses, Path.of(uri.getPath()));
            } else if ("tcp".equals(uri.getScheme()) && environment.apply("DOCKER_TLS_VERIFY") == null) {
                addresses.add(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()));
            }
            return addresses;
        }
        addSocket(addresses, Path.of("/var/run/docker.sock"));
        String runtime = environment.apply("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            addSocket(addresses, Path.of(runtime, "docker.sock"));
        }
        addSocket(addresses, Path.of(System.getProperty("user.home", "."), ".docker", "run", "docker.sock"));
        return addresses;
    }

    private static void addSocket(List<SocketAddress> addresses, Path socket) {
        if (Files.exists(socket)) {
            addresses.add(UnixDomainSocketAddress.of(socket));
        }
    }

    private static boolean answersPing(SocketAddress address) {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(STATUS_LINE);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                String text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
                if (text.indexOf('\n') >= 0) {
                    return text.matches("(?s)HTTP/1\\.[01] 200 .*");
                }
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
