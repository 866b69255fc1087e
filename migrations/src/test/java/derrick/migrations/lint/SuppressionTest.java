package derrick.migrations.lint;

import static derrick.migrations.lint.RuleCases.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
    private static final String SUPPRESS = "-- lint:allow json-type because the sender signs the text";
    private static final String TABLE = "CREATE TABLE fresh (\n  j json)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\nSUPPRESS\nCREATE_TABLE",
                "SELECT 1;\nSUPPRESS\n-- and another comment\n/* of two\n lines */\nCREATE_TABLE",
                "SELECT 1;\n\n  SUPPRESS\r\nCREATE_TABLE",
                "SUPPRESS\nCREATE_TABLE",
                "SUPPRESS\n\nSELECT 1;\nCREATE_TABLE; ALTER TABLE fresh ADD k json",
                "-- Head.\nSUPPRESS\n-- More.\n\n-- About it.\nSELECT 1;\n\nCREATE_TABLE",
            })
    void aSuppressionAppliesToTheNextStatementOrAtTheTopToTheFile(String form) {
        assertThat(findings(script(form))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\nSUPPRESS\n\nCREATE_TABLE",
                "SELECT 1; SUPPRESS\nCREATE_TABLE",
                "SUPPRESS\nSELECT 1;\nCREATE_TABLE",
                "CREATE_TABLE\nSUPPRESS",
                "SELECT 1;\nSUPPRESS\nSELECT 2;\nCREATE_TABLE",
                "SELECT\nSUPPRESS\n1;\nCREATE_TABLE",
            })
    void aSuppressionInAnotherPlaceIsUnused(String form) {
        assertThat(findings(script(form)))
                .extracting(finding -> finding.substring(0, finding.indexOf(':')))
                .containsExactlyInAnyOrder("json-type", "allow-unused");
    }

    @Test
    void aSuppressionAppliesToOneRule() {
        assertThat(findings("SELECT 1;\n" + SUPPRESS + "\nCREATE TABLE fresh (j json, t timestamp)"))
                .containsExactly("timestamp-without-zone:3");
    }

    @Test
    void severalSuppressionsMayPrecedeAStatement() {
        assertThat(findings(
                        "SELECT 1;\n" + SUPPRESS + "\n-- lint:allow timestamp-without-zone because it is local time\n"
                                + "CREATE TABLE fresh (j json, t timestamp)"))
                .isEmpty();
    }

    @Test
    void aSuppressionOfAFileRuleMayPrecedeTheFirstStatement() {
        String two = "CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint)";
        assertThat(findings(two)).containsExactly("several-changes:2");
        assertThat(findings("-- lint:allow several-changes because they belong together\n" + two))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- lint:allow json-type",
                "-- lint:allow json-type because",
                "-- lint:allow json-type because ",
                "-- lint:allow json-type since we like it",
            })
    void aSuppressionWithoutAReasonDoesNotApply(String suppression) {
        assertThat(findings("SELECT 1;\n" + suppression + "\nCREATE TABLE fresh (j json)"))
                .containsExactly("allow-without-reason:2", "json-type:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- lint:allow jsontype because of it", "-- lint:allow because of it", "-- lint:allow"})
    void aSuppressionOfAnUnknownRuleIsFound(String suppression) {
        assertThat(findings("SELECT 1;\n" + suppression + "\nSELECT 2")).containsExactly("allow-unknown-rule:2");
    }

    @Test
    void anUnusedSuppressionIsFound() {
        assertThat(findings(SUPPRESS + "\n\nSELECT 1")).containsExactly("allow-unused:1");
    }

    @Test
    void aSuppressionInAStringDoesNotCount() {
        assertThat(findings("SELECT '\n" + SUPPRESS + "'; CREATE TABLE fresh (j json)"))
                .containsExactly("json-type:2");
    }

    private static String script(String form) {
        return form.replace("SUPPRESS", SUPPRESS).replace("CREATE_TABLE", TABLE);
    }
}
