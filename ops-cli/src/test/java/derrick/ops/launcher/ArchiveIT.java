package derrick.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIT {
    @TempDir
    Path folder;

    /** Its path has no blank: JDK 17 does not use an archive in a path with one. */
    @Test
    void theFirstCommandCreatesAnArchiveForTheNext() throws Exception {
        Checkout checkout = Checkout.own().copiedTo(folder.resolve("derrick"));
        Path loaded = folder.resolve("loaded.log");
        Map<String, String> java = Map.of("JAVA_HOME", javaThatLogsTo(loaded).toString());

        checkout.start(folder, java, "version").end();
        assertThat(fromArchive(loaded)).as("the first command has no archive").isEmpty();
        awaitArchive(checkout);
        Started.Ended second = checkout.start(folder, java, "version").end();

        assertThat(second.err()).isEmpty();
        assertThat(fromArchive(loaded))
                .anyMatch(line -> line.contains("derrick.ops.DerrickCli "))
                .anyMatch(line -> line.contains("derrick.ops.VersionCommand "));
    }

    @Test
    void anArchiveIsRemovedWhenJavaCrashes() throws Exception {
        Checkout checkout = Checkout.own().copiedTo(folder.resolve("derrick"));
        Map<String, String> java =
                Map.of("JAVA_HOME", javaThatPrintsItsArguments().toString());
        Path archive = firstArchive(checkout, java);

        Started.Ended crashed = checkout.start(folder, java, "crash").end();

        assertThat(crashed)
                .isEqualTo(new Started.Ended(
                        134, "", "derrick: Java crashed, and its archive of classes was removed. Try again.\n"));
        assertThat(archive).doesNotExist();
        assertThat(sum(archive)).doesNotExist();
    }

    @Test
    void aDamagedArchiveIsNotUsedAndCreatedAgain() throws Exception {
        Checkout checkout = Checkout.own().copiedTo(folder.resolve("derrick"));
        Map<String, String> java =
                Map.of("JAVA_HOME", javaThatPrintsItsArguments().toString());
        Path archive = firstArchive(checkout, java);
        assertThat(checkout.start(folder, java, "version").end().out()).contains("-XX:SharedArchiveFile=");

        for (UnaryOperator<byte[]> damage : List.<UnaryOperator<byte[]>>of(
                ArchiveIT::withOneByteFlipped, bytes -> Arrays.copyOf(bytes, bytes.length - 1), bytes -> new byte[0])) {
            byte[] whole = Files.readAllBytes(archive);
            FileTime created = Files.getLastModifiedTime(archive);
            Files.write(archive, damage.apply(whole));
            Files.setLastModifiedTime(archive, created);

            Started.Ended version = checkout.start(folder, java, "version").end();

            assertThat(version.out()).contains("-jar").doesNotContain("-XX:SharedArchiveFile=");
            Started.await("the archive is created again", () -> isWhole(checkout, archive, whole));
        }
    }

    @Test
    void aCopiedArchiveIsUsed() throws Exception {
        Checkout checkout = Checkout.own().copiedTo(folder.resolve("derrick"));
        Map<String, String> java =
                Map.of("JAVA_HOME", javaThatPrintsItsArguments().toString());
        Path archive = firstArchive(checkout, java);
        Path copy = Files.copy(archive, archive.resolveSibling("copy"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, archive, StandardCopyOption.REPLACE_EXISTING);

        assertThat(checkout.start(folder, java, "version").end().out()).contains("-XX:SharedArchiveFile=");
    }

    private static byte[] withOneByteFlipped(byte[] bytes) {
        long seed = System.nanoTime();
        int place = new Random(seed).nextInt(bytes.length);
        System.out.println("seed " + seed + " flips byte " + place);
        byte[] damaged = bytes.clone();
        damaged[place] ^= 0x10;
        return damaged;
    }

    private static boolean isWhole(Checkout checkout, Path archive, byte[] whole) {
        try {
            return !archives(checkout).isEmpty()
                    && Arrays.equals(Files.readAllBytes(archive), whole)
                    && Files.size(sum(archive)) > 0;
        } catch (IOException beingMade) {
            return false;
        }
    }

    /** Runs a first command, which creates the archive in the background. */
    private Path firstArchive(Checkout checkout, Map<String, String> java) throws IOException, InterruptedException {
        checkout.start(folder, java, "version").end();
        return awaitArchive(checkout);
    }

    private static Path awaitArchive(Checkout checkout) throws InterruptedException {
        Started.await("the archive exists", () -> !archives(checkout).isEmpty());
        return archives(checkout).get(0);
    }

    private static Path sum(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".sum");
    }

    /**
     * Creates a stub of a JDK, which writes archives of a few bytes and prints its arguments. With the argument {@code
     * crash} it ends as a JVM that crashes.
     */
    private Path javaThatPrintsItsArguments() throws IOException {
        Path home = folder.resolve("jdk");
        new Tools(home).with("bin/java", """
                for word in "$@"; do
                    case $word in
                        -XX:SharedArchiveFile=*) archive=${word#*=} ;;
                        -XX:OnError=*) on_error=${word#*=} ;;
                    esac
                done
                case "$*" in
                    *-Xshare:dump*) echo 'classes of all kinds' >"$archive" ;;
                    *DumpLoadedClassList=*) words=$*; list=${words#*List=}; : >"${list%% *}" ;;
                    *crash) sh -c "${on_error%%;*}"; exit 134 ;;
                    *) echo "$@" ;;
                esac
                """);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        return home;
    }

    /** Creates a wrapper of this test's JDK, which logs the classes that it loads and their sources. */
    private Path javaThatLogsTo(Path log) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path logging = folder.resolve("jdk");
        new Tools(logging)
                .with("bin/java", "exec '%s/bin/java' '-Xlog:class+load:file=%s' \"$@\"%n".formatted(home, log));
        Files.copy(home.resolve("release"), logging.resolve("release"), StandardCopyOption.REPLACE_EXISTING);
        return logging;
    }

    private static List<String> fromArchive(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("derrick.ops."))
                    .filter(line -> line.contains("shared objects file"))
                    .toList();
        }
    }

    private static List<Path> archives(Checkout checkout) {
        try (Stream<Path> files = Files.list(checkout.root().resolve("target/launcher"))) {
            return files.filter(file -> file.toString().endsWith(".archive"))
                    .filter(file -> Files.exists(sum(file)))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
