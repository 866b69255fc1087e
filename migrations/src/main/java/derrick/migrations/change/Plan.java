package derrick.migrations.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Steps in the making: what is planned for the same thing in the same stage stays together. */
final class Plan {
    private final Map<Stage, Map<String, List<Step>>> steps = new EnumMap<>(Stage.class);
    private final Map<String, String> together = new LinkedHashMap<>();

    void add(Stage stage, String subject, Step step) {
        steps.computeIfAbsent(stage, each -> new LinkedHashMap<>())
                .computeIfAbsent(together.getOrDefault(subject, subject), each -> new ArrayList<>())
                .add(step);
    }

    /** Has steps about one thing stand with those about another from now on. */
    void together(String subject, String with) {
        together.putIfAbsent(subject, together.getOrDefault(with, with));
    }

    /** All of it, in the order in which it is to run. */
    List<Bundle> bundles() {
        return steps.entrySet().stream()
                .flatMap(stage -> stage.getValue().entrySet().stream()
                        .map(subject -> new Bundle(stage.getKey(), subject.getKey(), subject.getValue())))
                .toList();
    }

    /** All steps, in the order in which they are to run. */
    Stream<Step> steps() {
        return bundles().stream().flatMap(bundle -> bundle.steps().stream());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
