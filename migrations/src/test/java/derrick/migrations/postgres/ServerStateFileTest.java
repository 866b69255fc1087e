package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStateFileTest {
    private static final long ME = ProcessHandle.current().pid();
    private static final ServerStateFile SERVER = new ServerStateFile(
            ME, "http://127.0.0.1:8080", "http://127.0.0.1:8081", "postgresql://u:p%40@h:5432/d?sslmode=require", true);

    @TempDir
    private Path folder;

    @Test
    void theFileHasTheDocumentedForm() throws IOException {
        SERVER.write(folder);
        assertThat(folder.resolve("derrick.json"))
                .hasContent("{\"pid\":" + ME
                        + ",\"http\":\"http://127.0.0.1:8080\",\"admin\":\"http://127.0.0.1:8081\","
                        + "\"database_url\":\"postgresql://u:p%40@h:5432/d?sslmode=require\",\"ready\":true}");
        assertThat(ServerStateFile.find(folder)).contains(SERVER);
    }

    @Test
    void onlyTheOwnerCanReadItAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("derrick.json");
        Files.writeString(file, "open to all");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        SERVER.write(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void spacesAndOrderDoNotMatterToTheReader() throws IOException {
        Files.writeString(
                folder.resolve("derrick.json"),
                "{ \"ready\" : false,\n\"database_url\": \"postgresql:\\/\\/h/d\","
                        + " \"admin\": \"a\", \"http\": \"b\", \"pid\": " + ME + " }");
        assertThat(ServerStateFile.find(folder)).contains(new ServerStateFile(ME, "b", "a", "postgresql://h/d", false));
    }

    @Test
    void aServerThatHasEndedIsNotFound() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new ServerStateFile(ended.pid(), "a", "b", "c", true).write(folder);
        assertThat(ServerStateFile.find(folder)).isEmpty();
    }

    @Test
    void aReusedProcessNumberIsNotTheServer() throws IOException {
        SERVER.write(folder);
        Instant beforeThisProcess =
                ProcessHandle.current().info().startInstant().orElseThrow().minusSeconds(60);
        Files.setLastModifiedTime(folder.resolve("derrick.json"), FileTime.from(beforeThisProcess));
        assertThat(ServerStateFile.find(folder)).isEmpty();
    }

    @Test
    void aDamagedFileIsIgnored() throws IOException {
        assertThat(ServerStateFile.find(folder)).isEmpty();
        for (String damaged :
                new String[] {"", "{\"pid\":1", "\u0000\u0000", json("99999999999999999999"), json("\"me\"")}) {
            Files.writeString(folder.resolve("derrick.json"), damaged);
            assertThat(ServerStateFile.find(folder)).as(damaged).isEmpty();
        }
        Files.write(folder.resolve("derrick.json"), new byte[] {'{', (byte) 0xff});
        assertThat(ServerStateFile.find(folder)).isEmpty();
    }

    private static String json(String pid) {
        return "{\"pid\":%s,\"http\":\"a\",\"admin\":\"b\",\"database_url\":\"c\",\"ready\":true}".formatted(pid);
    }

    @Test
    void aStoppedServerRemovesItsFile() throws IOException {
        SERVER.write(folder);
        Files.writeString(folder.resolve("derrick.json123.new"), "left by a server that was killed");
        ServerStateFile.remove(folder);
        ServerStateFile.remove(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServerIsPrintedWithoutItsDatabase() {
        assertThat(SERVER.toString()).doesNotContain("postgresql", "p%40");
    }
}
