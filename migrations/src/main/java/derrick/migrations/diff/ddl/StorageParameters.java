package derrick.migrations.diff.ddl;

import derrick.migrations.diff.plan.ChangeStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares storage parameters or view options such as {@code fillfactor=70, autovacuum_enabled=off}. */
public final class StorageParameters {
    private StorageParameters() {}

    /** Returns the step that sets and resets what differs. */
    public static ChangeStep step(String alter, Optional<String> before, Optional<String> after) {
        return ChangeStep.of(
                statements(alter, parse(before), parse(after)), statements(alter, parse(after), parse(before)));
    }

    private static List<String> statements(String alter, Map<String, String> from, Map<String, String> to) {
        List<String> statements = new ArrayList<>();
        String set = to.entrySet().stream()
                .filter(option -> !option.getValue().equals(from.get(option.getKey())))
                .map(option -> option.getKey() + " = " + option.getValue())
                .collect(Collectors.joining(", "));
        String reset =
                from.keySet().stream().filter(option -> !to.containsKey(option)).collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            statements.add("%s SET (%s)".formatted(alter, set));
        }
        if (!reset.isEmpty()) {
            statements.add("%s RESET (%s)".formatted(alter, reset));
        }
        return statements;
    }

    private static Map<String, String> parse(Optional<String> options) {
        return options.stream()
                .flatMap(text -> Arrays.stream(text.split(", ", -1)))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(
                        option -> option[0],
                        option -> option.length > 1 ? option[1] : "true",
                        (first, second) -> second,
                        TreeMap::new));
    }
}
