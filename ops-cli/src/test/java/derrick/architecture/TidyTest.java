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

/** The house is tidy, and what looks for dust finds it. */
final class TidyTest {
    private static final String[] WRITTEN_BY_HAND = {".java", ".sql", ".sh", "derrick", ".md"};

    @Test
    void noLineIsTooLong() {
        assertThat(findings(House.files(WRITTEN_BY_HAND), Tidiness::longLines)).isEmpty();
    }

    @Test
    void noFileIsTooLong() {
        assertThat(findings(House.files(".java"), text -> Tidiness.tooLong(text, Tidiness.LONGEST_FILE)))
                .isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        assertThat(findings(House.files(".java"), Tidiness::longMethods)).isEmpty();
    }

    @Test
    void theReadmeFitsOnThreeScreens() {
        assertThat(findings(List.of(House.ROOT.resolve("README.md")), text -> Tidiness.tooLong(text, 100)))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(findings(House.files(".java", ".sql", ".sh", "derrick", ".md", ".xml"), Tidiness::unfinished))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(House.files(".java").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> folder.toString().contains("src/main/java/derrick/"))
                        .filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void everyTestExpectsSomething() {
        assertThat(findings(
                        House.files("Test.java", "IT.java"),
                        text -> text.contains("assert") || text.contains("Contract {")
                                ? List.of()
                                : List.of("neither asserts anything nor keeps a contract")))
                .isEmpty();
    }

    @Test
    void dustIsFound() {
        String wide = "x".repeat(Tidiness.LONGEST_LINE + 1);
        String tall = String.join("\n", Collections.nCopies(Tidiness.LONGEST_FILE + 1, "x"));
        String body = String.join("\n", Collections.nCopies(Tidiness.LONGEST_METHOD, ";"));

        assertThat(Tidiness.longLines("short\n" + wide)).containsExactly("line 2 is longer than 120");
        assertThat(Tidiness.tooLong(tall, Tidiness.LONGEST_FILE)).containsExactly("301 lines, at most 300");
        assertThat(Tidiness.longMethods("class A {\nvoid b() {\n" + body + "\n}\n}"))
                .containsExactly("method b has 62 lines, at most 60");
        assertThat(Tidiness.unfinished("// TO" + "DO later")).containsExactly("'TO" + "DO' stands in it");
    }

    /** What is found in the files, a line each, with the file's name. */
    static String findings(List<Path> files, Function<String, List<String>> look) {
        assertThat(files).isNotEmpty();
        return files.stream()
                .flatMap(file ->
                        look.apply(text(file)).stream().map(found -> House.ROOT.relativize(file) + ": " + found))
                .collect(joining("\n"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
