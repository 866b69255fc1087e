package derrick.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuoteScannerTest {
    @ParameterizedTest
    @CsvSource({"-- a,4", "'-- a\n1',4", "'-- a\r1',4", "--,2"})
    void aLineCommentEndsBeforeTheLineSeparator(String text, int end) {
        assertThat(new QuoteScanner(text).endOfLineComment(0)).isEqualTo(end);
    }

    @Test
    void blockCommentsMayBeNested() {
        assertThat(new QuoteScanner("/* a /* b */ c */ d").endOfBlockComment(0)).hasValue(17);
        assertThat(new QuoteScanner("/* a /* b */ c").endOfBlockComment(0)).isEmpty();
    }

    @Test
    void aCommentDelimiterHasTwoCharactersOfItsOwn() {
        assertThat(new QuoteScanner("/*/").endOfBlockComment(0)).isEmpty();
        assertThat(new QuoteScanner("/**/").endOfBlockComment(0)).hasValue(4);
    }

    @Test
    void aDoubledQuoteBelongsToTheQuotedName() {
        assertThat(new QuoteScanner("\"a\"\"b\" c").endOfQuotedName(0)).hasValue(6);
        assertThat(new QuoteScanner("\"a\"\"").endOfQuotedName(0)).isEmpty();
    }

    @Test
    void aBackslashEscapesAQuoteOnlyInEscapeStrings() {
        assertThat(new QuoteScanner("'a\\'b'").endOfString(0, true)).hasValue(6);
        assertThat(new QuoteScanner("'a\\'b'").endOfString(0, false)).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'\n'b'", "'a' \t\r 'b'", "'a' -- comment\n  'b'", "'a'\n-- comment\n'b'"})
    void aStringContinuesOnALaterLine(String text) {
        assertThat(new QuoteScanner(text).endOfString(0, false)).hasValue(text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' 'b'", "'a'\n/* comment */ 'b'", "'a'\n, 'b'", "'a' -- 'b'", "'a'"})
    void aStringEndsIfNoQuoteFollowsOnALaterLine(String text) {
        assertThat(new QuoteScanner(text).endOfString(0, false)).hasValue(3);
    }

    @Test
    void aDollarQuoteEndsWithItsOwnTag() {
        assertThat(new QuoteScanner("$a$ $$ $b$ $a$ 1").endOfDollarQuote(0, "$a$"))
                .hasValue(14);
        assertThat(new QuoteScanner("$a$ $$").endOfDollarQuote(0, "$a$")).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({"'1\n\\.\n',2", "'1\r\n\\.\r\n',3", "'\\.',0", "'1\n\\. \n\\.',6"})
    void copyDataEndsAtALineOfBackslashAndFullStop(String text, int end) {
        assertThat(new QuoteScanner(text).endOfRows(0)).hasValue(end);
    }

    @Test
    void copyDataWithoutSuchALineIsNotTerminated() {
        assertThat(new QuoteScanner("1\n\\.2\n").endOfRows(0)).isEmpty();
    }
}
