package derrick.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** No line, file or method is too long, and no code is unfinished. */
final class TidyTest {
    private static final String[] WRITTEN_BY_HAND = {".java", ".sql", ".sh", "derrick", ".md"};

    @Test
    void noLineIsTooLong() {
        assertThat(findings(Project.files(WRITTEN_BY_HAND), Tidiness::longLines))
                .isEmpty();
    }

    @Test
    void noFileIsTooLong() {
        assertThat(findings(Project.files(".java"), text -> Tidiness.tooLong(text, Tidiness.LONGEST_FILE)))
                .isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        assertThat(findings(Project.files(".java"), Tidiness::longMethods)).isEmpty();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(findings(List.of(Project.ROOT.resolve("README.md")), text -> Tidiness.tooLong(text, 100)))
                .isEmpty();
    }

    @Test
    void noCodeIsUnfinished() {
        assertThat(findings(Project.files(".java", ".sql", ".sh", "derrick", ".md", ".xml"), Tidiness::unfinished))
                .isEmpty();
    }

    @Test
    void eachPackageHasAPackageInfo() {
        assertThat(Project.files(".java").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> folder.toString().contains("src/main/java/derrick/"))
                        .filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void eachTestHasAnAssertion() {
        assertThat(findings(
                        Project.files("Test.java", "IT.java"),
                        text -> text.contains("assert") || text.contains("Contract {")
                                ? List.of()
                                : List.of("has no assertion and implements no contract")))
                .isEmpty();
    }

    @Test
    void violationsAreFound() {
        String longLine = "x".repeat(Tidiness.LONGEST_LINE + 1);
        String longFile = String.join("\n", Collections.nCopies(Tidiness.LONGEST_FILE + 1, "x"));
        String body = String.join("\n", Collections.nCopies(Tidiness.LONGEST_METHOD, ";"));

        assertThat(Tidiness.longLines("short\n" + longLine)).containsExactly("line 2 is longer than 120");
        assertThat(Tidiness.tooLong(longFile, Tidiness.LONGEST_FILE)).containsExactly("301 lines, at most 300");
        assertThat(Tidiness.longMethods("class A {\nvoid b() {\n" + body + "\n}\n}"))
                .containsExactly("method b has 62 lines, at most 60");
        assertThat(Tidiness.unfinished("// TO" + "DO later")).containsExactly("contains 'TO" + "DO'");
    }

    /** Returns the findings in the files, one line each, with the name of the file. */
    static String findings(List<Path> files, Function<String, List<String>> check) {
        assertThat(files).isNotEmpty();
        return files.stream()
                .flatMap(file ->
                        check.apply(text(file)).stream().map(found -> Project.ROOT.relativize(file) + ": " + found))
                .collect(joining("\n"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
