package derrick.migrations.lint;

import static derrick.migrations.lint.RuleCases.findings;
import static derrick.migrations.lint.RuleCases.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import derrick.migrations.revision.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {
    @Test
    void aFindingHasFileLineRuleReasonAndFix() {
        assertThat(Lint.check(List.of(script("extra.sql", "SET lock_timeout = '5s';\n\nDROP SCHEMA a CASCADE"))))
                .containsExactly(new Finding(
                        "extra.sql",
                        3,
                        "drop-schema-cascade",
                        "also drops the tables in the schema, with their rows",
                        "make a backup, DROP each object by name, then DROP SCHEMA without CASCADE"));
    }

    @Test
    void findingsAreSortedByFileAndLine() {
        assertThat(Lint.check(List.of(
                        script("b.sql", "SELECT 1;\nCOMMIT;\nBEGIN"), script("a.sql", "ALTER TABLE t ADD j json"))))
                .extracting(finding -> finding.file() + ":" + finding.line() + ":" + finding.rule())
                .containsExactly(
                        "a.sql:1:no-lock-timeout",
                        "a.sql:1:json-type",
                        "b.sql:2:transaction-control",
                        "b.sql:3:transaction-control");
    }

    @Test
    void eachStatementOfAFileIsChecked() {
        assertThat(findings("""
                        SET LOCAL lock_timeout = '5s';
                        ALTER TABLE old
                            ADD COLUMN j json,
                            ADD COLUMN c int NOT NULL;
                        -- DROP TABLE old;
                        CREATE INDEX ON old (j); CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON old (c);
                        """))
                .containsExactly(
                        "not-repeatable:2",
                        "no-lock-timeout:2",
                        "json-type:3",
                        "not-null-without-default:4",
                        "index-not-concurrent:6",
                        "mixed-transaction:6",
                        "not-repeatable:6",
                        "no-lock-timeout:6");
    }

    @Test
    void aMalformedScriptIsAFinding() {
        assertThat(findings("SELECT 1;\nSELECT 'open")).containsExactly("unreadable:2");
    }

    @Test
    void anUpgradeWithoutADowngradeIsFound() {
        assertThat(Lint.check(List.of(
                        script("V001__one.sql", "CREATE TABLE a (id bigint)"),
                        script("U001__one.sql", "SET LOCAL lock_timeout = '5s'; DROP TABLE a"),
                        script("V002__two.sql", ""))))
                .extracting(Finding::file, Finding::rule, Finding::line)
                .containsExactly(tuple("V002__two.sql", "missing-undo", 1));
    }

    @Test
    void aDowngradeMayDropAndRenameWhatItsUpgradeCreated() {
        assertThat(Lint.check(List.of(
                        script("V001__one.sql", "CREATE TABLE a (id bigint, b text)"),
                        script("U001__one.sql", "SET LOCAL lock_timeout = '5s'; DROP TABLE a"),
                        script("V002__two.sql", "SET LOCAL lock_timeout = '5s'; ALTER TABLE a ADD c int, ADD d int"),
                        script("U002__two.sql", """
                                SET LOCAL lock_timeout = '5s';
                                ALTER TABLE a DROP c;
                                ALTER TABLE a RENAME d TO e;
                                ALTER TABLE a DROP b;
                                DROP TABLE a"""))))
                .extracting(Finding::file, Finding::rule, Finding::line)
                .containsExactly(tuple("U002__two.sql", "drop-column", 4), tuple("U002__two.sql", "drop-table", 5));
    }

    @Test
    void aFileIsCheckedAgainstEarlierRevisionsInAnyOrder() {
        List<Script> scripts = List.of(
                script("V010__widen.sql", "SET LOCAL lock_timeout = '5s'; ALTER TABLE a ALTER b TYPE varchar(9)"),
                script("U010__widen.sql", "SET LOCAL lock_timeout = '5s';\nALTER TABLE a ALTER b TYPE varchar(8)"),
                script("V002__make.sql", "CREATE TABLE a (b varchar(8))"),
                script("U002__make.sql", "SET LOCAL lock_timeout = '5s'; DROP TABLE a"));
        assertThat(Lint.check(scripts))
                .extracting(Finding::file, Finding::rule, Finding::line)
                .containsExactly(tuple("U010__widen.sql", "type-change", 2));
    }

    @Test
    void aCheckThatEarlierFilesValidatedAllowsNotNull() {
        String timeout = "SET LOCAL lock_timeout = '5s';\n";
        assertThat(Lint.check(List.of(
                        script("V001__a.sql", "CREATE TABLE a (b text)"),
                        script("U001__a.sql", ""),
                        script(
                                "V002__b.sql",
                                timeout + "ALTER TABLE a ADD CONSTRAINT c CHECK (b IS NOT NULL) NOT VALID"),
                        script("U002__b.sql", ""),
                        script("V003__c.sql", timeout + "ALTER TABLE a ALTER b SET NOT NULL"),
                        script("U003__c.sql", ""),
                        script("V004__d.sql", "ALTER TABLE a VALIDATE CONSTRAINT c"),
                        script("U004__d.sql", ""),
                        script("V005__e.sql", timeout + "ALTER TABLE a ALTER b SET NOT NULL, DROP CONSTRAINT c"),
                        script("U005__e.sql", ""))))
                .extracting(Finding::file, Finding::rule)
                .containsExactly(tuple("V003__c.sql", "set-not-null-scans"));
    }
}
