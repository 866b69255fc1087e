package derrick.migrations.diff.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Planned steps in the order in which they run. Steps of one stage and one subject form a group. */
public final class ChangePlan {
    private final Map<Stage, Map<String, List<ChangeStep>>> steps = new EnumMap<>(Stage.class);
    private final Map<String, String> sharedSubjects = new LinkedHashMap<>();
    /** The server's errors by the upgrade statements that caused them. */
    private final Map<List<String>, String> errors = new HashMap<>();

    /**
     * A part of the order. Each stage has its own files, because its statements need those of earlier stages to be
     * committed, or cannot run in a transaction.
     */
    public enum Stage {
        /** Renames tables and columns. */
        RENAME("rename", true),
        /** Adds enum values, which cannot be used before they are committed. */
        EXTEND_ENUM("extend", true),
        /** Creates objects and changes existing ones without a table scan. */
        CREATE("", true),
        /** Sets the values of new columns in existing rows. */
        BACKFILL("fill", true),
        /** Builds indexes concurrently. */
        BUILD_INDEX("index", false),
        /** Validates constraints that so far hold for new rows only. */
        VALIDATE("finish", true),
        /** Drops indexes concurrently. */
        DROP_INDEX("drop_index", false),
        /** Drops objects that are not declared any more. */
        DROP("clear", true);

        private final String word;
        private final boolean transactional;

        Stage(String word, boolean transactional) {
            this.word = word;
            this.transactional = transactional;
        }

        /** Returns the part of a file name for this stage and a subject, such as {@code index_rig}. */
        public String fileNamePart(String subject) {
            return word.isEmpty() || subject.isEmpty() ? word + subject : word + "_" + subject;
        }

        public boolean isTransactional() {
            return transactional;
        }
    }

    /**
     * The steps that one file holds.
     *
     * @param subject the name of the table or other object that they change
     */
    public record StepGroup(Stage stage, String subject, List<ChangeStep> steps) {
        public StepGroup {
            steps = List.copyOf(steps);
        }

        /** Returns this group's steps followed by the other's. */
        public StepGroup with(StepGroup next) {
            return new StepGroup(
                    stage,
                    subject.equals(next.subject) ? subject : subject + "_" + next.subject,
                    Stream.concat(steps.stream(), next.steps.stream()).toList());
        }
    }

    /** Adds a step, unless it is empty or has failed before. */
    public void add(Stage stage, String subject, ChangeStep step) {
        if (errors.containsKey(step.up()) || (step.up().isEmpty() && step.down().isEmpty())) {
            return;
        }
        steps.computeIfAbsent(stage, each -> new LinkedHashMap<>())
                .computeIfAbsent(sharedSubjects.getOrDefault(subject, subject), each -> new ArrayList<>())
                .add(step);
    }

    /** Adds later steps of a subject to the groups of another subject. */
    public void group(String subject, String with) {
        if (!subject.equals(with)) {
            sharedSubjects.putIfAbsent(subject, sharedSubjects.getOrDefault(with, with));
        }
    }

    /** Records that the server rejects the upgrade of a step. */
    public void markUpgradeFailed(ChangeStep step, String error) {
        errors.put(step.up(), error);
        replace(step, step.withUpgradeError(error));
    }

    /** Records that the server rejects the downgrade of a step. */
    public void markDowngradeFailed(ChangeStep step, String error) {
        replace(step, step.withDowngradeError(error));
    }

    private void replace(ChangeStep step, ChangeStep replacement) {
        steps.values()
                .forEach(stage -> stage.values()
                        .forEach(list -> list.replaceAll(each -> each.equals(step) ? replacement : each)));
    }

    /** Returns all groups in the order in which they run. */
    public List<StepGroup> groups() {
        return steps.entrySet().stream()
                .flatMap(stage -> stage.getValue().entrySet().stream()
                        .map(subject -> new StepGroup(stage.getKey(), subject.getKey(), subject.getValue())))
                .toList();
    }

    /** Returns the steps that the server accepts, in the order in which they run. */
    public Stream<ChangeStep> steps() {
        return groups().stream()
                .flatMap(group -> group.steps().stream())
                .filter(step -> step.upgradeError().isEmpty());
    }

    /** Returns the number of steps, rejected ones included. */
    public int size() {
        return groups().stream().mapToInt(group -> group.steps().size()).sum();
    }
}
