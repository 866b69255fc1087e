package derrick.migrations.lint;

import static derrick.migrations.lint.RuleCases.findings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
    private static final String ALLOW = "-- lint:allow json-type because the sender signs the text";
    private static final String TABLE = "CREATE TABLE fresh (\n  j json)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\nALLOW\nMAKE",
                "SELECT 1;\nALLOW\n-- and another comment\n/* of two\n lines */\nMAKE",
                "SELECT 1;\n\n  ALLOW\r\nMAKE",
                "ALLOW\nMAKE",
                "ALLOW\n\nSELECT 1;\nMAKE; ALTER TABLE fresh ADD k json",
                "-- Head.\nALLOW\n-- More.\n\n-- About it.\nSELECT 1;\n\nMAKE",
            })
    void anAllowanceBeforeTheStatementOrAtTheTopSilences(String form) {
        assertThat(findings(script(form))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;\nALLOW\n\nMAKE",
                "SELECT 1; ALLOW\nMAKE",
                "ALLOW\nSELECT 1;\nMAKE",
                "MAKE\nALLOW",
                "SELECT 1;\nALLOW\nSELECT 2;\nMAKE",
                "SELECT\nALLOW\n1;\nMAKE",
            })
    void anAllowanceElsewhereSilencesNothingAndIsFoundItself(String form) {
        assertThat(findings(script(form)))
                .extracting(finding -> finding.substring(0, finding.indexOf(':')))
                .containsExactlyInAnyOrder("json-type", "allow-unused");
    }

    @Test
    void anAllowanceIsForOneRuleOnly() {
        assertThat(findings("SELECT 1;\n" + ALLOW + "\nCREATE TABLE fresh (j json, t timestamp)"))
                .containsExactly("timestamp-without-zone:3");
    }

    @Test
    void severalAllowancesMayStandBeforeAStatement() {
        assertThat(findings("SELECT 1;\n" + ALLOW + "\n-- lint:allow timestamp-without-zone because it is local time\n"
                        + "CREATE TABLE fresh (j json, t timestamp)"))
                .isEmpty();
    }

    @Test
    void anAllowanceForTheFileMayStandRightBeforeTheFirstStatement() {
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
    void anAllowanceWithoutAReasonAllowsNothing(String suppression) {
        assertThat(findings("SELECT 1;\n" + suppression + "\nCREATE TABLE fresh (j json)"))
                .containsExactly("allow-without-reason:2", "json-type:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- lint:allow jsontype because of it", "-- lint:allow because of it", "-- lint:allow"})
    void anAllowanceForNoRuleIsFound(String suppression) {
        assertThat(findings("SELECT 1;\n" + suppression + "\nSELECT 2")).containsExactly("allow-unknown-rule:2");
    }

    @Test
    void anAllowanceThatIsNotNeededIsFound() {
        assertThat(findings(ALLOW + "\n\nSELECT 1")).containsExactly("allow-unused:1");
    }

    @Test
    void aStringThatReadsLikeAnAllowanceIsNone() {
        assertThat(findings("SELECT '\n" + ALLOW + "'; CREATE TABLE fresh (j json)"))
                .containsExactly("json-type:2");
    }

    private static String script(String form) {
        return form.replace("ALLOW", ALLOW).replace("MAKE", TABLE);
    }
}
