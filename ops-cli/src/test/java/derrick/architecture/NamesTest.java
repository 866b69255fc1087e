package derrick.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types have names of their own, no private word is left, and Javadoc begins with a clear sentence. */
final class NamesTest {
    /** The names that more than one type may have, each with the reason. */
    private static final Map<String, String> SHARED = table("""
            Active: the stage of alerts and of drilling sessions that have this status
            Cancelled: the stage of change requests and of drilling sessions that have this status
            Kind: nested in the types whose kinds it lists, and always written with them
            """);

    private static final Pattern TERM = Pattern.compile("(?m)^- \\*\\*(.+?)\\*\\*: ");

    /** The words that are not used any more, each with the plain word. */
    private static final Map<String, String> PLAIN_WORDS = table(resource("private-words.txt"));

    @Test
    void noTwoTypesShareANameThatIsNotListed() {
        Map<String, List<String>> shared = new TreeMap<>(Names.shared(Project.CLASSES));
        shared.keySet().removeAll(SHARED.keySet());

        assertThat(shared).isEmpty();
    }

    @Test
    void eachListedNameIsShared() {
        assertThat(SHARED.keySet()).isSubsetOf(Names.shared(Project.CLASSES).keySet());
    }

    @Test
    void noPrivateWordIsLeft() {
        assertThat(TidyTest.findings(
                        Project.files(".java", ".md", ".sql", ".sh", "derrick").stream()
                                .filter(file -> !file.endsWith("architecture/NamesTest.java"))
                                .toList(),
                        text -> Names.privateWords(text, PLAIN_WORDS)))
                .isEmpty();
    }

    @Test
    void theJavadocOfAPublicTypeBeginsWithAClearSentence() {
        assertThat(TidyTest.findings(
                        Project.files(".java").stream()
                                .filter(file -> file.toString().contains("/src/main/"))
                                .toList(),
                        Names::unclearSentences))
                .isEmpty();
    }

    @Test
    void eachTermOfTheGlossaryIsUsed() {
        Path glossary = Project.ROOT.resolve("docs/glossary.md");
        String sources = Project.files(".java", ".md").stream()
                .filter(file -> !file.equals(glossary) && !file.toString().contains("/src/test/"))
                .map(TidyTest::text)
                .collect(joining("\n"));

        assertThat(TERM.matcher(TidyTest.text(glossary)).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(term -> assertThat(Names.contains(sources, term)).isTrue());
    }

    @Test
    void typesThatShareANameAreFoundNestedOnesIncluded(@TempDir Path output) {
        String source = """
                package first;
                class Twin {}
                class Other { static class Nested {} Runnable run = new Runnable() { public void run() {} }; }
                package second;
                class Holder { private static class Twin {} Runnable run = new Runnable() { public void run() {} }; }
                package third;
                class Nested {}
                """;
        JavaClasses classes = Offenders.compile(List.of(source), output).of(source);

        assertThat(Names.shared(classes)).containsOnlyKeys("Twin", "Nested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Farewell {}",
                "class OldFarewellTest {}",
                "int farewell = 1;",
                "bid_farewell()",
                "// The Farewell is planned.",
                "FAREWELL",
                "class LetGo {}",
                "void letGo() {}",
                "enum Stage { LET_GO }",
                "the index is let go"
            })
    void aPrivateWordIsFoundInNamesAndProse(String text) {
        assertThat(Names.privateWords(text, Map.of("farewell", "drop plan", "let go", "drop index")))
                .singleElement()
                .asString()
                .contains("is a private word; write 'drop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"farewelling", "unfarewell", "Letgood", "outlet goes", "the outlet gone"})
    void aPartOfAnotherWordIsNotFound(String text) {
        assertThat(Names.privateWords(text, Map.of("farewell", "drop plan", "let go", "drop index")))
                .isEmpty();
    }

    @Test
    void sentencesThatAreNotClearAreFound() {
        String longest = "word ".repeat(Names.LONGEST_SENTENCE - 1) + "word.";
        String longSentence = "word ".repeat(Names.LONGEST_SENTENCE) + "word.";

        assertThat(Names.unclearSentences("public class A {}")).containsExactly("A: no Javadoc: ");
        assertThat(Names.unclearSentences("/** Reads a file */ public class A {}"))
                .containsExactly("A: no full stop: Reads a file");
        assertThat(Names.unclearSentences("/** " + longSentence + " */ public class A {}"))
                .containsExactly("A: 26 words, at most 25: " + longSentence);
        assertThat(Names.unclearSentences(
                        "/** Reads. */ public class A { /** Waits for {@code B}. */ public enum B {} }"))
                .containsExactly("B: 'Waits': Waits for B.");
        assertThat(Names.unclearSentences("/** " + longest + " */ public class A {}"))
                .isEmpty();
        assertThat(Names.unclearSentences("/** Reads a file. Nobody waits. */ public class A { class B {} }"))
                .isEmpty();
    }

    /** Reads a table of {@code name: text} lines. */
    private static Map<String, String> table(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(toMap(sides -> sides[0], sides -> sides[1], (one, other) -> one + other, TreeMap::new));
    }

    private static String resource(String name) {
        try (InputStream stream = NamesTest.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
