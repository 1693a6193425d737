package dev.seedplan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The choice as a JVM makes it, each in one of its own, where nothing of Testcontainers can be loaded. */
class WholeChoiceTest {

    @Test
    void withoutUrlAndDockerItIsEmbedded() throws Exception {
        assertThat(run("-Dnothing=asked"))
                .hasSize(3)
                .endsWith("OK", "OK")
                .first()
                .asString()
                .matches("Tests run on PostgreSQL \\d+\\.\\d+.* \\(embedded\\)");
    }

    @Test
    void aUrlIsUsedAndThePasswordNotPrinted() throws Exception {
        TestServer shared = SharedServer.get();
        String url = shared.jdbcUrl(shared.maintenanceDatabase()) + "?user=" + shared.user() + "&password="
                + shared.password();
        assertThat(run("-Dseedplan.test.url=" + url))
                .hasSize(3)
                .endsWith("OK", "OK")
                .first()
                .asString()
                .contains("(given by URL, ")
                .doesNotContain(shared.password());
    }

    @Test
    void whatIsForcedAndMissingFailsEachTime() throws Exception {
        assertThat(run("-Dseedplan.test.db=docker"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("FAILED SEEDPLAN_TEST_DB=docker, but no Docker engine answered");
        assertThat(run("-Dseedplan.test.db=url"))
                .last()
                .asString()
                .startsWith("FAILED The tests have no PostgreSQL")
                .contains("SEEDPLAN_TEST_DB=url");
    }

    private static List<String> run(String option) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("testcontainers") && !entry.contains("docker-java"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(option, "-cp", classPath, CreatesTwoDatabases.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SEEDPLAN_TEST_"));
        builder.environment().put("DOCKER_HOST", "unix:///nowhere/docker.sock");
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
