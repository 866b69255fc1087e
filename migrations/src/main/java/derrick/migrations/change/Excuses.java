package derrick.migrations.change;

import java.util.Map;

/** Why what lint finds in a generated file may stay. */
final class Excuses {
    private static final String DECLARED = "the declared schema has it so";
    private static final Map<String, String> OF_ALL = Map.of(
            "json-type", DECLARED,
            "char-type", DECLARED,
            "timestamp-without-zone", DECLARED,
            "int-key", DECLARED,
            "long-name", DECLARED);

    private Excuses() {}

    static String of(Step step, String rule) {
        return step.excuses().getOrDefault(rule, OF_ALL.getOrDefault(rule, "no other way leads to what is declared"));
    }
}
