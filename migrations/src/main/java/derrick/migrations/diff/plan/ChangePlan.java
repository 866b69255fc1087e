package derrick.migrations.diff.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Planned steps by stage. What is planned for the same subject in the same stage stays together. */
public final class ChangePlan {
    private final Map<Stage, Map<String, List<ChangeStep>>> steps = new EnumMap<>(Stage.class);
    private final Map<String, String> together = new LinkedHashMap<>();
    /** Why the server refused what, by the statements. */
    private final Map<List<String>, String> refused = new HashMap<>();

    /** Adds a step, unless it was refused before or has nothing to do. */
    public void add(Stage stage, String subject, ChangeStep step) {
        if (refused.containsKey(step.up())
                || (step.up().isEmpty() && step.down().isEmpty())) {
            return;
        }
        steps.computeIfAbsent(stage, each -> new LinkedHashMap<>())
                .computeIfAbsent(together.getOrDefault(subject, subject), each -> new ArrayList<>())
                .add(step);
    }

    /** Has steps about one subject stand with those about another from now on. */
    public void together(String subject, String with) {
        if (!subject.equals(with)) {
            together.putIfAbsent(subject, together.getOrDefault(with, with));
        }
    }

    /** Marks a step as one that the server does not take. */
    public void refuse(ChangeStep step, String reason) {
        refused.put(step.up(), reason);
        replace(step, step.refused(reason));
    }

    /** Marks a step as one whose way back the server does not take. */
    public void refuseWayBack(ChangeStep step, String reason) {
        replace(step, step.withoutWayBack(reason));
    }

    private void replace(ChangeStep step, ChangeStep with) {
        steps.values()
                .forEach(stage ->
                        stage.values().forEach(list -> list.replaceAll(each -> each.equals(step) ? with : each)));
    }

    /** All steps, in the order in which they run. */
    public List<StepGroup> groups() {
        return steps.entrySet().stream()
                .flatMap(stage -> stage.getValue().entrySet().stream()
                        .map(subject -> new StepGroup(stage.getKey(), subject.getKey(), subject.getValue())))
                .toList();
    }

    /** The steps that the server takes, in the order in which they run. */
    public Stream<ChangeStep> steps() {
        return groups().stream()
                .flatMap(group -> group.steps().stream())
                .filter(step -> step.refusal().isEmpty());
    }

    /** How many steps there are, those that the server does not take included. */
    public int size() {
        return groups().stream().mapToInt(group -> group.steps().size()).sum();
    }
}
