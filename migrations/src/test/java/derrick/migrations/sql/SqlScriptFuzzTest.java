package derrick.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests random scripts: each is split without a gap, or rejected as malformed. */
class SqlScriptFuzzTest {
    private static final List<String> PIECES = List.of(
            "SELECT",
            "CREATE",
            "BEGIN",
            "ATOMIC",
            "END",
            "CASE",
            "FUNCTION",
            "e",
            "E'",
            "U&",
            "'",
            "''",
            "\"",
            "$$",
            "$a$",
            "$1",
            "$",
            "--",
            "/*",
            "*/",
            "\\",
            ";",
            "(",
            ")",
            ",",
            ".",
            "..",
            "1",
            "1.5e-3",
            "0x",
            "e+",
            "_",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\0",
            "\uFEFF",
            "é",
            "\uD83D",
            "😀",
            "ſ",
            "[",
            "]",
            "::",
            "COPY a FROM stdin;\n",
            "copy \"b\" from STDIN; -- rows\r\n",
            "\n\\.\n",
            "\n\\.\r\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomTextsAreSplitWithoutAGap(long seed) {
        Random random = new Random(seed);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 1_000; round++) {
                String script = random.ints(random.nextInt(30), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining());
                assertThatCode(() -> requireNoGap(script))
                        .as("seed %d, round %d: %s", seed, round, script)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void longTextsAreSplitInLinearTime() {
        for (String piece : PIECES) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> requireNoGap(piece.repeat(50_000)), () -> "50 000 times " + piece);
        }
    }

    private static void requireNoGap(String text) {
        SqlScript script;
        try {
            script = SqlScript.parse(text);
        } catch (MalformedScript malformed) {
            assertThat(malformed.line()).isBetween(1, text.length() + 1);
            return;
        }
        int end = 0;
        for (Statement statement : script.statements()) {
            assertThat(text.startsWith(statement.text(), statement.offset())).isTrue();
            requireOnlySeparators(text, end, statement.offset(), script);
            requireTokens(statement);
            end = statement.offset() + statement.text().length();
            if (statement.rows().isPresent()) {
                Token rows = statement.rows().get();
                requireOnlySeparators(text, end, rows.offset(), script);
                assertThat(text.startsWith(rows.text() + "\\.", rows.offset())).isTrue();
                end = rows.end() + 2;
            }
        }
        requireOnlySeparators(text, end, text.length(), script);
    }

    private static void requireTokens(Statement statement) {
        for (Token token : statement.tokens()) {
            int start = token.offset() - statement.offset();
            if (!statement.text().startsWith(token.text(), start)) {
                throw new AssertionError(token + " is not at its offset");
            }
        }
    }

    /** Checks that only white space, semicolons and comments are between statements. */
    private static void requireOnlySeparators(String text, int start, int end, SqlScript script) {
        StringBuilder between = new StringBuilder(text.substring(start, end));
        for (Comment comment : script.comments()) {
            if (comment.offset() >= start && comment.offset() < end) {
                int from = comment.offset() - start;
                int delimiters = text.startsWith("/*", comment.offset()) ? 4 : 2;
                for (int at = from; at < from + comment.text().length() + delimiters; at++) {
                    between.setCharAt(at, ' ');
                }
            }
        }
        assertThat(between.toString()).matches("[\\s\\x0B\\uFEFF;]*+");
    }
}
