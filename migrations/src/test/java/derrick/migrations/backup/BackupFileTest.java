package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.backup.TableDefinition.QualifiedName;
import derrick.migrations.revision.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the file of a backup, its manifest and its name, without a database. */
final class BackupFileTest {
    private static final Manifest EMPTY = Manifest.empty(
            "rig \"7\"",
            Optional.of(new Revision(3, "index_journal")),
            Instant.parse("2026-11-22T22:15:30.123456Z"),
            "18.6");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBack() {
        List<Long> written = new ArrayList<>();
        Path file = write(folder.resolve("rig.zip"), 3, written);

        try (BackupReader backup = BackupReader.open(file)) {
            List<Long> read = new ArrayList<>();
            backup.verify(read::add);

            assertThat(backup.manifest()).isEqualTo(manifest(backup.manifest(), 3));
            assertThat(read).isSorted().endsWith((long) rows().length);
            assertThat(written).isSorted();
        }
    }

    @Test
    void theManifestIsJsonWithAllProperties() throws IOException {
        String json = new String(EMPTY.toJson(), StandardCharsets.UTF_8);

        assertThat(json.lines().map(String::strip))
                .contains(
                        "\"product\" : \"derrick\",",
                        "\"format\" : 3,",
                        "\"database\" : \"rig \\\"7\\\"\",",
                        "\"taken\" : \"2026-11-22T22:15:30.123456Z\",",
                        "\"server_version\" : \"18.6\",",
                        "\"not_kept\" : [ ],",
                        "\"dump\" : null");
        assertThat(Manifest.fromJson(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(EMPTY);
        assertThatThrownBy(() -> Manifest.fromJson(
                        json.replace("\"sequences\" : [ ],", "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessage("is not a backup: its manifest cannot be read");
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        Path file = write(folder.resolve("rig.zip"), 3, new ArrayList<>());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void noExistingFileIsReplaced() throws IOException {
        Path existing = Files.writeString(folder.resolve("rig.zip"), "content");

        assertThatThrownBy(() -> new BackupWriter(existing, bytes -> {}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(existing).hasContent("content");
    }

    @Test
    void anIncompleteFileIsDeleted() throws IOException, SQLException {
        try (BackupWriter backup = new BackupWriter(folder.resolve("rig.zip"), bytes -> {})) {
            backup.add("rows", true, out -> out.write(1));
            assertThat(folder).isDirectoryContaining(file -> file.equals(backup.part()));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNewFileInAFolderHasTheDatabaseTheRevisionAndTheTimeInItsName() throws IOException {
        BackupLocation location = new BackupLocation(Optional.of(folder), Path.of("unused"));

        Path first = Files.createFile(location.file(EMPTY));
        assertThat(first).isEqualTo(folder.resolve("rig__7_-003-20261122T221530Z.backup.zip"));
        assertThat(location.file(EMPTY)).isEqualTo(folder.resolve("rig__7_-003-20261122T221530Z-2.backup.zip"));
        assertThat(new BackupLocation(Optional.of(first), folder).file(EMPTY)).isEqualTo(first);
    }

    @Test
    void theDefaultFolderIsCreatedForItsOwnerOnly() throws IOException {
        Path backups = folder.resolve("backups");

        assertThat(new BackupLocation(Optional.empty(), backups).file(EMPTY)).hasParentRaw(backups);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups)))
                .isEqualTo("rwx------");
    }

    @Test
    void aMissingRowIsDetected() {
        Path file = write(folder.resolve("rig.zip"), 4, new ArrayList<>());

        assertThatThrownBy(() -> verify(file))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessage(file + " is damaged: it has 3 rows of well, expected 4");
    }

    @Test
    void aDamagedByteIsDetectedUnlessTheContentIsTheSame() throws IOException {
        Path file = write(folder.resolve("rig.zip"), 3, new ArrayList<>());
        byte[] whole = Files.readAllBytes(file);
        Manifest manifest = verify(file);
        int detected = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Path copy = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                assertThat(verify(copy)).isEqualTo(manifest);
            } catch (BackupUnreadable expected) {
                assertThat(expected.getMessage()).contains("damaged.zip").doesNotContain("\n");
                detected++;
            }
        }
        assertThat(detected).isGreaterThan(whole.length * 3 / 4);
    }

    @Test
    void aTruncatedOrForeignFileIsRejected() throws IOException {
        byte[] whole = Files.readAllBytes(write(folder.resolve("rig.zip"), 3, new ArrayList<>()));
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> verify(cut))
                    .isInstanceOf(BackupUnreadable.class)
                    .hasMessageContaining("cut.zip");
        }
        Path text = Files.writeString(folder.resolve("dump.sql"), "CREATE TABLE well ();");
        assertThatThrownBy(() -> verify(text))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessage(text + " is not a backup, or is damaged");
        assertThatThrownBy(() -> verify(folder.resolve("none"))).hasMessageEndingWith("none does not exist");
        assertThatThrownBy(() -> verify(folder)).hasMessageEndingWith(" is not a file");
        assertThatThrownBy(() -> verify(zip("other.zip", "a.txt", "")))
                .hasMessageEndingWith("other.zip is not a backup: it has no manifest");
    }

    @Test
    void aBackupOfAnotherFormatIsRejected() {
        assertThatThrownBy(() -> verify(zip("old.zip", "manifest.json", "{\"product\": \"derrick\", \"format\": 2}")))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessage(folder.resolve("old.zip") + " was made by an earlier version of derrick"
                        + " (backup format 2, not 3); restore it with that version");
        assertThatThrownBy(() -> verify(zip("new.zip", "manifest.json", "{\"product\": \"derrick\", \"format\": 4}")))
                .hasMessageContaining("a later version");
        assertThatThrownBy(() -> verify(zip("no.zip", "manifest.json", "{}")))
                .hasMessageEndingWith("was not made by derrick");
    }

    private static Manifest verify(Path file) {
        try (BackupReader backup = BackupReader.open(file)) {
            backup.verify(bytes -> {});
            return backup.manifest();
        }
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Writes a backup of three rows, with a manifest that states the given number. */
    private static Path write(Path file, long rows, List<Long> bytes) {
        try (BackupWriter backup = new BackupWriter(file, bytes::add)) {
            Manifest.Entry entry = backup.add("tables/1-well.copy", true, out -> out.write(rows()));
            backup.finish(manifest(entry, rows));
            backup.rename();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Manifest manifest(Manifest written, long rows) {
        return manifest(written.tables().get(0).entry().orElseThrow(), rows);
    }

    private static Manifest manifest(Manifest.Entry entry, long rows) {
        TableDefinition well = new TableDefinition(
                new QualifiedName("public", "well"), List.of("id", "name"), Optional.empty(), List.of());
        return EMPTY.byCopy(
                List.of(new Manifest.TableContent(well, rows, Optional.of(entry))),
                List.of(new Manifest.SequencePosition(new QualifiedName("public", "well_id_seq"), 3, true)),
                List.of(new Manifest.Setting(Optional.empty(), "derrick.legacy_time_zone", "UTC")),
                List.of("table mast is only in the database"));
    }

    private static byte[] rows() {
        return "1\ta\\nb\n2\t\\N\n3\t\n".getBytes(StandardCharsets.UTF_8);
    }
}
