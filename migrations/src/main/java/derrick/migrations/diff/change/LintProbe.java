package derrick.migrations.diff.change;

import derrick.migrations.lint.Lint;
import derrick.migrations.revision.Script;
import java.util.List;

/** What lint would say of a statement that nothing is known before. */
final class LintProbe {
    private LintProbe() {}

    static boolean finds(String rule, String statement) {
        return Lint.check(List.of(new Script("statement.sql", "statement.sql", statement + ";"))).stream()
                .anyMatch(finding -> finding.rule().equals(rule));
    }
}
