package derrick.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {
    private static final Map<String, String> NO_VARIABLES = Map.of();

    @TempDir
    Path folder;

    private Checkout checkout = Checkout.own();
    private Path elsewhere = Path.of("");
    private Tools tools = new Tools(Path.of(""));

    @BeforeEach
    void copyTheCheckout() throws IOException {
        checkout = Checkout.own().copiedTo(folder.resolve("der rick")).withoutArchive();
        elsewhere = Files.createDirectories(folder.resolve("else where"));
        tools = Tools.in(Files.createDirectories(folder.resolve("tools")));
    }

    @Test
    void theLauncherRunsThroughLinksAndPathsWithBlanks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("der rick", "derrick"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("dk"), link);

        Started.Ended version = Started.start(elsewhere, NO_VARIABLES, List.of(second.toString(), "version"))
                .end();

        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("derrick ").contains("Java " + Runtime.version());
        assertThat(version.err()).as("an invalid archive is ignored").isEmpty();
    }

    /** The shell creates the folders, since Java cannot name them if the locale of the tests is C. */
    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a b", "\\0303\\0244"})
    void theCheckoutAndTheDataFolderMayHaveAnyName(String name) throws Exception {
        String script = """
                set -e
                name=$(printf '%b' "$1")
                mkdir "$name"
                mv 'der rick' "$name/checkout"
                "$name/checkout/derrick" version
                "$name/checkout/derrick" current --data-dir "$name/data"
                test -d "$name/data/postgres"
                """;

        Started.Ended ended = Started.start(folder, Map.of("LC_ALL", "C"), List.of("sh", "-c", script, "sh", name))
                .end();

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("derrick ").contains("base, with no revision applied");
    }

    @Test
    void theExitCodeIsThatOfTheCommand() throws Exception {
        Started.Ended wrong = checkout.start(elsewhere, NO_VARIABLES, "improt").end();

        assertThat(wrong)
                .isEqualTo(new Started.Ended(2, "", "derrick: unknown command 'improt'; did you mean 'import'?\n"));
    }

    @Test
    void withoutJavaTheMessageSaysWhatToInstall() throws Exception {
        Started.Ended failed =
                checkout.start(elsewhere, tools.environment(), "version").end();

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err())
                .startsWith("derrick: needs Java 17 or newer, and none was found; install a JDK")
                .hasLineCount(1);
    }

    @Test
    void anOldJavaIsReportedWithItsVersion() throws Exception {
        tools.with("java", "echo 'openjdk version \"11.0.22\" 2024-01-16' >&2");
        tools.with("old/bin/java", "echo 'java version \"1.8.0_402\"' >&2");

        Started.Ended failed = checkout.start(
                        elsewhere,
                        Map.of("PATH", tools.folder().toString(), "JAVA_HOME", tools.folder() + "/old"),
                        "version")
                .end();

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err())
                .contains("old/bin/java is 1.8.0_402", "java is 11.0.22")
                .hasLineCount(1);
    }

    @Test
    void aNewerJavaOnThePathIsUsedInsteadOfAnOldJavaHome() throws Exception {
        tools.with("old/bin/java", "echo 'java version \"1.8.0_402\"' >&2");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        tools.with("java", "exec '%s' \"$@\"%n".formatted(java));

        Started.Ended version = checkout.start(
                        elsewhere,
                        Map.of("PATH", tools.folder().toString(), "JAVA_HOME", tools.folder() + "/old"),
                        "version")
                .end();

        assertThat(version.exitCode()).isZero();
    }

    @Test
    void withoutMavenTheMessageSaysWhatToInstall() throws Exception {
        Started.Ended failed = checkout.unbuilt()
                .start(elsewhere, tools.environmentWithJava(), "version")
                .end();

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err())
                .startsWith("derrick: cannot build: mvn not found; install Maven")
                .hasLineCount(1);
    }

    @Test
    void aFailedBuildPrintsItsErrorsAndThePathOfItsLog() throws Exception {
        tools.with("mvn", "echo '[INFO] lots'; echo '[ERROR] Rig.java:[3,1] no such rig'; exit 1");

        Started.Ended failed = checkout.unbuilt()
                .start(elsewhere, tools.environmentWithJava(), "version")
                .end();

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err().lines())
                .hasSize(3)
                .contains("[ERROR] Rig.java:[3,1] no such rig")
                .last()
                .asString()
                .endsWith("der rick/target/launcher/build.log");
    }

    @Test
    void sourcesNewerThanTheJarsAreBuiltFirst() throws Exception {
        tools.with("mvn", buildingStub());
        Path source = checkout.root().resolve("domain/src/main/java/derrick/domain/package-info.java");
        Files.writeString(source, "/** Saved after the build. */\npackage derrick.domain;\n");

        Started.Ended first = checkout.start(elsewhere, tools.environmentWithJava(), "version")
                .end();
        Started.Ended second = checkout.start(elsewhere, tools.environmentWithJava(), "version")
                .end();

        assertThat(first.out()).isEqualTo(second.out()).startsWith("derrick ");
        assertThat(first.err()).startsWith("derrick: building").hasLineCount(1);
        assertThat(second.err()).isEmpty();
    }

    @Test
    void aFileSavedDuringABuildIsBuiltTheNextTime() throws Exception {
        Path source = checkout.unbuilt().root().resolve("domain/pom.xml");
        tools.with("mvn", "sleep 0.1; touch '" + source + "'\n" + buildingStub());

        for (int start = 1; start <= 2; start++) {
            assertThat(checkout.start(elsewhere, tools.environmentWithJava(), "version")
                            .end()
                            .err())
                    .startsWith("derrick: building");
        }
    }

    @Test
    void twoLaunchersBuildOnce() throws Exception {
        tools.with("mvn", buildingStub());
        checkout.unbuilt();

        Started one = checkout.start(elsewhere, tools.environmentWithJava(), "version");
        Started two = checkout.start(elsewhere, tools.environmentWithJava(), "version");

        assertThat(one.end().exitCode()).isZero();
        assertThat(two.end().exitCode()).isZero();
        assertThat(builds()).content().hasLineCount(1);
    }

    @Test
    void aBuildRunsAfterOneThatWasKilled() throws Exception {
        tools.with("mvn", "echo one >>'" + builds() + "'; exec sleep 600");
        checkout.unbuilt();
        Started killed = checkout.start(elsewhere, tools.environmentWithJava(), "version");
        Started.await("the build began", () -> Files.exists(builds()));
        killed.process().descendants().forEach(ProcessHandle::destroyForcibly);
        killed.process().destroyForcibly().waitFor();

        tools.with("mvn", buildingStub());

        assertThat(checkout.start(elsewhere, tools.environmentWithJava(), "version")
                        .end()
                        .exitCode())
                .isZero();
        assertThat(builds()).content().hasLineCount(2);
    }

    /** Returns the script of a slow Maven that counts its runs and builds nothing. */
    private String buildingStub() {
        return "echo one >>'%s'; sleep 1; touch '%s'%n".formatted(builds(), checkout.built());
    }

    private Path builds() {
        return folder.resolve("builds");
    }
}
