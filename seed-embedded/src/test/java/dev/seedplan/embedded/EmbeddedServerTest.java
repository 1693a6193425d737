package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EmbeddedServerTest {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.builder().setting("max_connections", "42").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theRightPasswordIsAccepted() throws Exception {
        assertThat(query("SELECT current_user")).containsExactly("postgres");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void everyRuleOfTheServerDemandsScram() throws Exception {
        assertThat(query("SELECT DISTINCT auth_method FROM pg_hba_file_rules")).containsExactly("scram-sha-256");
        assertThat(query("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'postgres'"))
                .containsExactly("t");
    }

    @Test
    void everyServerHasAPasswordOfItsOwnAndDoesNotKeepItInAFile() {
        assertThat(server.password()).matches("[A-Za-z0-9_-]{32}");
        assertThat(Path.of(server.dataDirectory() + ".log")).exists();
        assertThat(Path.of(server.dataDirectory() + ".pw")).doesNotExist();
    }

    @Test
    void thereIsNoUnixSocket() throws Exception {
        assertThat(query("SHOW unix_socket_directories")).containsExactly("");
        String socket = ".s.PGSQL." + server.port();
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), socket)).doesNotExist();
        assertThat(Path.of("/tmp", socket)).doesNotExist();
        assertThat(server.dataDirectory().resolve(socket)).doesNotExist();
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        assertThat(query("SHOW listen_addresses")).containsExactly(server.host());
        assertThat(InetAddress.getByName(server.host()).isLoopbackAddress()).isTrue();
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList()) {
            assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, server.port()), 2000);
                        }
                    })
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void databasesAreInUtf8WithLocaleC() throws Exception {
        assertThat(query("SELECT DISTINCT pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype"
                        + " FROM pg_database"))
                .containsExactly("UTF8 C C");
    }

    @Test
    void nothingIsWrittenInAHurryAndSettingsAreTaken() throws Exception {
        assertThat(query("SELECT name || '=' || setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes',"
                        + " 'synchronous_commit', 'max_connections') ORDER BY name COLLATE \"C\""))
                .containsExactly("fsync=off", "full_page_writes=off", "max_connections=42", "synchronous_commit=off");
    }

    @Test
    void aSettingThatCouldNotBePassedOnIsRefused() {
        assertThatThrownBy(() -> EmbeddedServer.builder().setting("search_path", "a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("search_path=a b");
    }

    @Test
    void itSaysItsVersion() throws Exception {
        assertThat(query("SHOW server_version")).containsExactly(server.version());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsFilesAreClosedToOtherUsers() throws Exception {
        Path working = server.dataDirectory().getParent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(working)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.dataDirectory())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDatabaseMayHaveAnyName() throws Exception {
        String name = "Größe \"1\" ?user=x&y/z%41+";
        String url = server.createDatabase(name);
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
            assertThat(connection.getCatalog()).isEqualTo(name);
        }
        server.dropDatabase(name);
        assertThat(query("SELECT count(*) FROM pg_database WHERE datname LIKE 'Gr%'"))
                .containsExactly("0");
    }

    @Test
    void aDatabaseThatExistsIsNotCreatedAgain() {
        server.createDatabase("twice");
        assertThatThrownBy(() -> server.createDatabase("twice"))
                .isInstanceOfSatisfying(
                        EmbeddedServerException.class, e -> assertThat(e.code()).isEqualTo("SEED-4710"))
                .hasMessageStartingWith("[SEED-4710] ")
                .hasMessageContaining("\"twice\" already exists")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void aDatabaseInUseIsDropped() throws Exception {
        String url = server.createDatabase("in_use");
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
            server.dropDatabase("in_use");
            assertThat(connection.isValid(5)).isFalse();
        }
        server.dropDatabase("in_use");
    }

    @Test
    void theUriCarriesUserAndPassword() {
        assertThat(server.uri("a b"))
                .isEqualTo("postgresql://postgres:" + server.password() + "@" + server.host() + ":" + server.port()
                        + "/a%20b");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
