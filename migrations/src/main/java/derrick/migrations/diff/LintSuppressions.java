package derrick.migrations.diff;

import derrick.migrations.diff.plan.ChangeStep;
import java.util.Map;

/** Why what lint finds in a generated file may stay. */
final class LintSuppressions {
    private static final String DECLARED = "the declared schema has it so";
    private static final Map<String, String> OF_ALL = Map.of(
            "json-type", DECLARED,
            "char-type", DECLARED,
            "timestamp-without-zone", DECLARED,
            "int-key", DECLARED,
            "long-name", DECLARED);

    private LintSuppressions() {}

    static String of(ChangeStep step, String rule) {
        return step.excuses().getOrDefault(rule, OF_ALL.getOrDefault(rule, "no other way leads to what is declared"));
    }
}
