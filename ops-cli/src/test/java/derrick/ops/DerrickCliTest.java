package derrick.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerrickCliTest {
    private static List<String> names() {
        return CommandEntry.ALL.stream().map(CommandEntry::name).toList();
    }

    /** The launcher runs another program for {@code up}, which has its own help. */
    private static List<String> namesWithoutUp() {
        return names().stream().filter(name -> !name.equals("up")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpListsEveryCommandUnderItsTask(String word) {
        Cli help = Cli.run(word);

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("\nRun\n  up", "\nData\n  import", "\nSchema\n  current", "\nMore\n  help");
        assertThat(names()).allSatisfy(name -> assertThat(help.out()).containsPattern("\n  " + name + " +[A-Z].*\\."));
        assertThat(help.err()).isEmpty();
    }

    @Test
    void withoutACommandTheHelpIsPrinted() {
        assertThat(Cli.run()).isEqualTo(Cli.run("help"));
    }

    @ParameterizedTest
    @MethodSource("namesWithoutUp")
    void theHelpOfEachCommandFitsIn80Columns(String name) {
        Cli explained = Cli.run("help", name);

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out()).contains("Usage: derrick " + name);
        assertThat(explained.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(Cli.run(name, "--help")).isEqualTo(explained);
    }

    @ParameterizedTest
    @MethodSource("namesWithoutUp")
    void helpThatCannotBeWrittenIsAFailure(String name) {
        for (String[] words : new String[][] {{name, "--help"}, {"help", name}, {"--help"}, {"--version"}}) {
            assertThat(Cli.unwritable("No space left on device", words))
                    .isEqualTo(new Cli(2, "", line("cannot write the output: No space left on device")));
        }
    }

    @Test
    void messagesAreWrappedOnATerminalOnly() {
        String[] command = {"current", "--database-url", "mysql://rig"};
        Cli logged = Cli.run(command);
        Cli watched = Cli.typed("", command);

        assertThat(logged.err().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).hasSizeGreaterThan(80));
        assertThat(watched.err().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(watched.err()).isEqualToNormalizingWhitespace(logged.err());
    }

    @Test
    void helpIsPrintedEvenIfArgumentsAreMissing() {
        assertThat(Cli.run("import", "--rig", "F-9A", "--help").exitCode()).isZero();
    }

    @Test
    void aMisspelledCommandSuggestsTheNearestOne() {
        Cli misspelled = Cli.run("improt", "log.csv");

        assertThat(misspelled).isEqualTo(new Cli(2, "", line("unknown command 'improt'; did you mean 'import'?")));
        assertThat(Cli.run("help", "improt")).isEqualTo(misspelled);
    }

    @Test
    void anUnknownCommandWithoutSuggestionNamesTheHelp() {
        assertThat(Cli.run("help", "zzz"))
                .isEqualTo(new Cli(2, "", line("unknown command 'zzz'; see 'derrick --help'")));
    }

    @Test
    void aMisspelledOptionSuggestsTheNearestOne() {
        assertThat(Cli.run("version", "--jsn"))
                .isEqualTo(new Cli(2, "", line("unknown option '--jsn'; did you mean '--json'?")));
    }

    @Test
    void anInvalidValueIsReportedWithTheMessageOfTheDomain() {
        Cli wrong = Cli.run("export", "--rig", "F 9A", "--format", "csv");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .startsWith("derrick: ")
                .contains("--rig", "'F 9A' must be 1 to 50 letters, digits")
                .hasLineCount(1);
    }

    @Test
    void theVersionIsPrintedAsTextAndAsJson() {
        assertThat(Cli.run("version").out()).startsWith("derrick ").contains("Java " + Runtime.version());
        assertThat(Cli.run("version", "--json").out())
                .matches("\\{\"version\":\"[^\"]+\",\"java\":\""
                        + Runtime.version().feature() + "[^\"]*\"}\\R");
    }

    @Test
    void anUnreachableDatabaseIsOneLineWithoutItsPassword() {
        Cli refused = Cli.run("current", "--database-url", "postgresql://driller:mudpump@127.0.0.1:1/wells");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("127.0.0.1", "connection refused").doesNotContain("mudpump");
    }

    @Test
    void anInvalidDatabaseUrlIsNotPrinted() {
        Cli refused = Cli.run("current", "--database-url", "mysql://driller:mudpump@db/wells");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).doesNotContain("mudpump");
    }

    private static String line(String message) {
        return "derrick: " + message + System.lineSeparator();
    }
}
