package derrick.migrations.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.socket.UnixSocketFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFolderTest {
    /** The message of a server that requests the clear-text password. */
    private static final byte[] CLEAR_TEXT_PASSWORD = {'R', 0, 0, 0, 8, 0, 0, 0, 3};

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-folder-of-a-long-name/and-another-one-below-it/and-one-more/and-one-more/and-one-more/to-be-sure",
                "one,two"
            })
    void theServerIsReachedByAnyPath(String path) throws SQLException {
        Path host;
        try (EmbeddedPostgres server =
                EmbeddedPostgres.open(temporary.resolve(path), new ServerSettings(false, List.of()), line -> {})) {
            host = Path.of(server.host());
            assertThat(server.host()).hasSizeLessThanOrEqualTo(90).doesNotContain(",");
            assertThat(EmbeddedPostgres.isServerOf(temporary.resolve(path), server.host(), Optional.empty()))
                    .isTrue();
            assertThat(new Sql(server).text("SELECT 1")).isEqualTo("1");
        }
        assertThat(host).doesNotExist();
        assertThat(Files.isSymbolicLink(host)).isFalse();
    }

    @Test
    void aLinkToAnotherFolderIsReplaced() throws IOException {
        Path data = Files.createDirectories(temporary.resolve("x".repeat(100)));
        Path place = temporary.resolve("links");
        Path link = new SocketFolder(data).link(List.of(place));
        Files.delete(link);
        Files.createSymbolicLink(link, temporary);
        assertThat(new SocketFolder(data).link(List.of(place))).isEqualTo(link);
        assertThat(link.toRealPath()).isEqualTo(data.toRealPath());
        assertThat(place).isDirectoryContaining(link::equals);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOtherUsersCanChangeIsNotUsed() throws IOException {
        Path place = Files.createDirectory(temporary.resolve("links"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> new SocketFolder(temporary).link(List.of(place)))
                .isInstanceOf(EmbeddedUnavailable.class)
                .hasMessageContaining("too long")
                .hasMessageContaining("other users can change " + place)
                .hasMessageContaining("--data-dir");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void theClearTextPasswordIsNeverSent() throws Exception {
        ServerAddress address = new ServerAddress(temporary, SocketFolder.PORT, "xyzzy-secret");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(temporary.resolve(UnixSocketFactory.fileName(SocketFolder.PORT))))) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> listen(server));
            assertThatThrownBy(() -> address.dataSource("derrick").getConnection())
                    .isInstanceOf(SQLException.class);
            assertThat(received.join()).contains("derrick").doesNotContain("xyzzy");
        }
    }

    private static String listen(ServerSocketChannel server) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
        try (SocketChannel client = server.accept()) {
            client.read(buffer);
            client.write(ByteBuffer.wrap(CLEAR_TEXT_PASSWORD));
            client.read(buffer);
            received.write(buffer.array(), 0, buffer.position());
        } catch (IOException closed) {
            // The client has closed the connection.
        }
        return received.toString(StandardCharsets.ISO_8859_1);
    }
}
