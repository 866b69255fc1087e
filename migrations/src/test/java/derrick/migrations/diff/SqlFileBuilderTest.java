package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.diff.plan.ChangeStep;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFileBuilderTest {
    private static final ChangeStep STEP =
            ChangeStep.of("DROP TABLE a", "CREATE TABLE a ()").suppressing("drop-table", "it is not used");

    private final SqlFileBuilder file = new SqlFileBuilder();

    @Test
    void aStatementHasItsSuppressionsWithTheReason() {
        file.comment("drop a");
        file.blankLine();
        file.statement("DROP TABLE a", STEP, Set.of("drop-table"), false);
        file.statement("CREATE TABLE b (x json)", STEP, Set.of("json-type"), true);

        assertThat(file).hasToString("""
                -- drop a

                -- lint:allow drop-table because it is not used
                DROP TABLE a;
                -- -- lint:allow json-type because the declared schema has it
                -- CREATE TABLE b (x json);
                """);
    }

    @Test
    void aLineLeadsToItsStatement() {
        file.setting("SET LOCAL lock_timeout = '5s'");
        file.statement("SELECT\n1", STEP, Set.of(), false);
        file.statement("SELECT 2", STEP, Set.of("drop-table"), false);

        assertThat(file.statementAt(1)).isEmpty();
        assertThat(file.statementAt(2)).contains(0);
        assertThat(file.statementAt(3)).contains(0);
        assertThat(file.statementAt(4)).isEmpty();
        assertThat(file.statementAt(5)).contains(1);
    }

    @Test
    void aLongCommentIsWrappedAndIndented() {
        file.comment("word ".repeat(40).strip());

        assertThat(file.toString().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(116).startsWith("-- "));
        assertThat(file.toString().lines().skip(1)).first().asString().startsWith("--   word");
    }

    @Test
    void aLongStatementIsWrappedBetweenTokens() {
        assertThat(SqlFileBuilder.wrap("ALTER TABLE rig ADD CONSTRAINT c CHECK (a > 0)", 30))
                .isEqualTo("ALTER TABLE rig ADD\n        CONSTRAINT c CHECK (a\n        > 0)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 'one two three four five six seven eight'",
                "SELECT\n    1,\n    2",
                "SELECT \"a column with a very long name indeed\"",
            })
    void quotesAndShortStatementsAreNotWrapped(String sql) {
        assertThat(SqlFileBuilder.wrap(sql, 30).replace("\n        ", " ")).isEqualTo(sql);
        assertThat(SqlFileBuilder.wrap(sql, 200)).isEqualTo(sql);
    }
}
