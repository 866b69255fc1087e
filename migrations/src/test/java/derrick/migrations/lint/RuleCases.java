package derrick.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Script;
import java.util.List;
import java.util.stream.Stream;

/** Runs lint on scripts in the text of a test. */
final class RuleCases {
    /** The revision before the one that is checked. */
    static final String BEFORE = """
            CREATE TABLE old (id bigint PRIMARY KEY, name varchar(20), price numeric(8,2), n int, at timestamptz);
            CREATE TABLE other (id bigint PRIMARY KEY);
            CREATE TABLE parts (id bigint) PARTITION BY RANGE (id);
            CREATE INDEX parts_id ON parts (id);
            CREATE DOMAIN pos AS int CHECK (VALUE > 0);
            CREATE DOMAIN tiny AS pos;
            CREATE DOMAIN plain AS int;
            """;

    private RuleCases() {}

    /** Returns the findings in a file after {@link #BEFORE}, as rule:line. */
    static List<String> findings(String sql) {
        return findingsAfter(BEFORE, sql);
    }

    /** Returns the findings in a file after another one, as rule:line. */
    static List<String> findingsAfter(String before, String sql) {
        return Lint.check(List.of(
                        script("V001__before.sql", before),
                        script("U001__before.sql", ""),
                        script("V002__change_it.sql", sql),
                        script("U002__change_it.sql", "")))
                .stream()
                .filter(finding -> finding.file().equals("V002__change_it.sql"))
                .map(finding -> finding.rule() + ":" + finding.line())
                .toList();
    }

    static Script script(String file, String text) {
        return new Script(file, file, text);
    }

    /** Checks that a rule finds something on the last line of a script only. */
    static void assertFound(String rule, String sql) {
        assertThat(ofRule(rule, sql)).containsExactly(rule + ":" + sql.lines().count());
    }

    static void assertNotFound(String rule, String sql) {
        assertThat(Rules.ALL).extracting(Rule::id).contains(rule);
        assertThat(ofRule(rule, sql)).isEmpty();
    }

    private static Stream<String> ofRule(String rule, String sql) {
        return findings(sql).stream().filter(finding -> finding.startsWith(rule + ":"));
    }
}
