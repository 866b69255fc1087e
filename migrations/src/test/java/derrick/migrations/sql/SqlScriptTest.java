package derrick.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
    @Test
    void aStatementIsItsExactTextWithoutTheSemicolon() {
        assertThat(texts("  SELECT 1 ;\n\nSELECT\n  2 -- two\n;")).containsExactly("SELECT 1", "SELECT\n  2");
    }

    @Test
    void theLastStatementNeedsNoSemicolon() {
        assertThat(texts("SELECT 1; SELECT 2 -- end")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void emptyStatementsAreLeftOut() {
        assertThat(texts(";; -- nothing\n ; /* nothing */")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s; so'",
                "SELECT E'a\\';b'",
                "SELECT e'\\\\';",
                "SELECT 'back\\'",
                "SELECT E'a\\\\'\n 'b\\';c'",
                "SELECT E'a' -- two pieces\n  -- of one\n 'b\\';c'",
                "SELECT U&'d\\0061t;a'",
                "SELECT B'01', X'1F;'",
                "SELECT 1 AS \"a;b\"\"c;\"",
                "SELECT 1 AS U&\"d\\0061t;a\"",
                "SELECT 1 /* a; /* nested; */ still; */ + 2",
                "SELECT 1 -- a; b\n + 2",
                "SELECT 1 -- a; b\r + 2",
                "SELECT $$a;b$$",
                "SELECT $tag$a;$$;$other$;b$tag$",
                "SELECT $été$;$été$",
                "SELECT a$b$c, $1, 2",
                "SELECT 1e10, .5, 1.5e-3, 1_000, 0x1F",
                "CREATE RULE twice AS ON INSERT TO a DO ALSO (DELETE FROM b; DELETE FROM c)",
                "DO $body$ BEGIN PERFORM 1; PERFORM 2; END $body$",
                "CREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "CREATE OR REPLACE PROCEDURE two() begin atomic SELECT CASE WHEN true THEN 1 END; SELECT 2; end",
                "CREATE FUNCTION three() RETURNS int BEGIN ATOMIC SELECT (CASE 1 WHEN 1 THEN 2 END); END",
            })
    void aSemicolonInsideQuotesCommentsParenthesesAndBodiesEndsNoStatement(String statement) {
        String only = statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement;
        assertThat(texts(only + ";\nSELECT 'next'")).containsExactly(only, "SELECT 'next'");
    }

    @Test
    void theLastLetterOfAWordIsNoStringPrefix() {
        assertThat(texts("SELECT date'\\'; SELECT 2")).containsExactly("SELECT date'\\'", "SELECT 2");
    }

    @Test
    void stringsOnOneLineAreSeparateTokens() {
        assertThat(SqlScript.parse("'a' 'b'").statements().get(0).tokens())
                .extracting(Token::text)
                .containsExactly("'a'", "'b'");
    }

    @Test
    void beginInOtherStatementsOpensNoBlock() {
        assertThat(texts("BEGIN; SELECT 1; END; CREATE TABLE atomic (begin int); SELECT 2"))
                .containsExactly("BEGIN", "SELECT 1", "END", "CREATE TABLE atomic (begin int)", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndWithAnyLineSeparator(String end) {
        String script = "-- one\n/* two\nthree */ SELECT 'four\n'; SELECT\n5;\n\n\nSELECT 8".replace("\n", end);
        assertThat(SqlScript.parse(script).statements())
                .extracting(Statement::line)
                .containsExactly(3, 4, 8);
    }

    @Test
    void aByteOrderMarkIsWhiteSpace() {
        assertThat(SqlScript.parse("\uFEFFSELECT 1").statements())
                .extracting(Statement::text, Statement::line)
                .containsExactly(tuple("SELECT 1", 1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'open`, string",
                "`'open''`, string",
                "`E'open\\'`, string",
                "`\"open`, quoted name",
                "`/* open /* */`, comment",
                "`$$open`, string $$",
                "`$a$open$b$`, string $a$",
                "`'a'\n'b`, string",
                "`1; COPY a FROM stdin;\n1`, COPY data",
                "`1; COPY a FROM stdin`, COPY data",
            })
    void anUnterminatedQuoteOrCommentIsRejectedWithItsLine(String open, String what) {
        assertThatThrownBy(() -> SqlScript.parse("SELECT 1;\n\nSELECT " + open))
                .isInstanceOfSatisfying(
                        MalformedScript.class,
                        failure -> assertThat(failure.line()).isEqualTo(3))
                .hasMessage("line 3: the " + what + " that starts here is not terminated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void copyDataIsNotPartOfTheStatement(String end) {
        List<Statement> statements = SqlScript.parse(String.join(
                        end, "COPY a (b) FROM stdin WITH (FORMAT csv); -- rows", "it's;", "$$", "\\.", "SELECT 1;"))
                .statements();

        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly("COPY a (b) FROM stdin WITH (FORMAT csv)", "SELECT 1");
        assertThat(statements.get(0).rows()).map(Token::text).hasValue("it's;" + end + "$$" + end);
        assertThat(statements.get(1).rows()).isEmpty();
        assertThat(statements.get(1).line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void severalCopyStatementsWithDataFollowEachOther(String end) {
        List<Statement> statements = SqlScript.parse(String.join(
                        end,
                        "COPY a FROM stdin;",
                        "it's; $$",
                        "\\.",
                        "",
                        "--",
                        "-- Data for Name: b; it's",
                        "--",
                        "",
                        "COPY \"b\" (c, d) FROM STDIN;",
                        "\\.",
                        "copy c from stdin with (format csv);",
                        "\"two",
                        "lines; /*\",\\N",
                        "\\."))
                .statements();

        assertThat(statements)
                .extracting(Statement::text, Statement::line)
                .containsExactly(
                        tuple("COPY a FROM stdin", 1),
                        tuple("COPY \"b\" (c, d) FROM STDIN", 9),
                        tuple("copy c from stdin with (format csv)", 11));
        assertThat(statements)
                .extracting(statement -> statement.rows().orElseThrow().text())
                .containsExactly("it's; $$" + end, "", "\"two" + end + "lines; /*\",\\N" + end);
        assertThat(statements.get(1).leadingComments()).hasSize(3);
    }

    @Test
    void copyFromAFileOrToTheClientHasNoData() {
        assertThat(texts("COPY a FROM '/rows'; COPY (SELECT 1) TO stdout; COPY a TO stdout;"))
                .containsExactly("COPY a FROM '/rows'", "COPY (SELECT 1) TO stdout", "COPY a TO stdout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY a FROM stdin; SELECT 1; | line 1: the rows of COPY begin on the next line;"
                        + " move what follows the semicolon",
                "\\restrict x | line 1: \\restrict is a command of psql, not SQL; remove the line",
                "SELECT 1;\\q | line 1: \\q is a command of psql, not SQL; remove the line",
            })
    void psqlSyntaxIsRejected(String script, String message) {
        assertThatThrownBy(() -> SqlScript.parse(script + "\n1\n\\.\n"))
                .isInstanceOf(MalformedScript.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "BEGIN, true",
        "START TRANSACTION READ ONLY, true",
        "COMMIT AND CHAIN, true",
        "END, true",
        "ROLLBACK WORK, true",
        "ABORT, true",
        "PREPARE TRANSACTION 'x', true",
        "COMMIT PREPARED 'x', false",
        "ROLLBACK PREPARED 'x', false",
        "ROLLBACK TRANSACTION TO SAVEPOINT s, false",
        "SAVEPOINT s, false",
        "PREPARE p AS SELECT 1, false"
    })
    void transactionControlStatementsAreRecognized(String statement, boolean bound) {
        assertThat(TransactionControl.is(SqlScript.parse(statement).statements().get(0)))
                .isEqualTo(bound);
    }

    @Test
    void commentsBelongToTheStatementAfterThem() {
        SqlScript script = SqlScript.parse("-- top\nSELECT /* inside */ 1; -- behind\n-- before\nSELECT 2;\n-- last");
        assertThat(script.statements())
                .extracting(statement ->
                        statement.leadingComments().stream().map(Comment::text).toList())
                .containsExactly(List.of(" top"), List.of(" behind", " before"));
        assertThat(script.comments())
                .extracting(Comment::text)
                .containsExactly(" top", " inside ", " behind", " before", " last");
        assertThat(script.comments()).extracting(Comment::alone).containsExactly(true, false, false, true, true);
    }

    @Test
    void namesAreFoldedAndQuotedNamesAreNot() {
        assertThat(SqlScript.parse("Rig \"Rig\" \"a\"\"b\" ÄRig")
                        .statements()
                        .get(0)
                        .tokens())
                .extracting(Token::name)
                .containsExactly("rig", "Rig", "a\"b", "Ärig");
    }

    @Test
    void aTokenHasKindLineAndOffset() {
        Statement statement = SqlScript.parse("\nSELECT a,\n  'b', \"c\", 1.5, $1")
                .statements()
                .get(0);
        assertThat(statement.tokens().stream().filter(token -> !token.is(",")))
                .extracting(Token::kind)
                .containsExactly(
                        Token.Kind.WORD,
                        Token.Kind.WORD,
                        Token.Kind.STRING,
                        Token.Kind.QUOTED_NAME,
                        Token.Kind.NUMBER,
                        Token.Kind.PARAMETER);
        assertThat(statement.tokens().get(3)).isEqualTo(new Token(Token.Kind.STRING, "'b'", 3, 13));
    }

    private static List<String> texts(String script) {
        return SqlScript.parse(script).statements().stream()
                .map(Statement::text)
                .toList();
    }
}
