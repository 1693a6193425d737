package dev.seedplan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DockerProbeTest {

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEngineThatAnswersIsFound() throws Exception {
        assertThat(answersAtSocket("HTTP/1.0 200 OK\r\n\r\nOK", Map.of("DOCKER_HOST", "unix://" + path())))
                .isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theUsersOwnSocketIsFoundWithoutBeingNamed() throws Exception {
        assertThat(answersAtSocket("HTTP/1.1 200 OK\r\n\r\nOK", Map.of("XDG_RUNTIME_DIR", directory.toString())))
                .isTrue();
    }

    @Test
    void anEngineAtATcpPortIsFound() throws Exception {
        SocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ServerSocketChannel engine = engine(anyPort, "HTTP/1.1 200 OK\r\n\r\nOK")) {
            int port = ((InetSocketAddress) engine.getLocalAddress()).getPort();
            assertThat(DockerProbe.answers(Map.of("DOCKER_HOST", "tcp://localhost:" + port)::get))
                    .isTrue();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEngineInTroubleIsNone() throws Exception {
        assertThat(answersAtSocket(
                        "HTTP/1.1 500 Internal Server Error\r\n\r\n", Map.of("DOCKER_HOST", "unix://" + path())))
                .isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketThatAcceptsAndKeepsSilentIsNone() throws Exception {
        assertThat(answersAtSocket("", Map.of("DOCKER_HOST", "unix://" + path())))
                .isFalse();
    }

    @Test
    void noSocketIsNone() {
        assertThat(DockerProbe.answers(Map.of("DOCKER_HOST", "unix://" + path())::get))
                .isFalse();
        assertThat(DockerProbe.answers(Map.of("DOCKER_HOST", "ssh://somewhere")::get))
                .isFalse();
        assertThat(DockerProbe.answers(Map.of("DOCKER_HOST", "no address at all")::get))
                .isFalse();
    }

    private Path path() {
        return directory.resolve("docker.sock");
    }

    private boolean answersAtSocket(String answer, Map<String, String> environment) throws IOException {
        try (ServerSocketChannel engine = engine(UnixDomainSocketAddress.of(path()), answer)) {
            assertThat(engine.isOpen()).isTrue();
            return DockerProbe.answers(environment::get);
        }
    }

    /** Answers one question with the given text, or reads it and keeps silent until it is closed. */
    private static ServerSocketChannel engine(SocketAddress address, String answer) throws IOException {
        ServerSocketChannel server = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        server.bind(address);
        Thread thread = new Thread(() -> serve(server, answer));
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocketChannel server, String answer) {
        try (SocketChannel client = server.accept()) {
            client.read(ByteBuffer.allocate(1000));
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            if (answer.isEmpty()) {
                server.accept();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
