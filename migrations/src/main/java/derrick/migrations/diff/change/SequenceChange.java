package derrick.migrations.diff.change;

import derrick.migrations.catalog.Sequence;
import derrick.migrations.diff.ddl.CommentOn;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;

/** Changes the options, persistence, owner and comment of a sequence. */
record SequenceChange(Sequence before, Sequence after) {
    void addSteps(ChangePlan plan) {
        if (!before.definition().equals(after.definition())) {
            plan.add(Stage.CREATE, after.name(), ChangeStep.of(alter(after), alter(before)));
        }
        if (before.unlogged() != after.unlogged()) {
            plan.add(Stage.CREATE, after.name(), ChangeStep.of(persistence(after), persistence(before)));
        }
        if (!before.owner().equals(after.owner())) {
            plan.add(Stage.VALIDATE, after.name(), ChangeStep.of(owner(after), owner(before)));
        }
        if (!before.comment().equals(after.comment())) {
            plan.add(
                    Stage.CREATE,
                    after.name(),
                    CommentOn.step("SEQUENCE " + after.name(), before.comment(), after.comment()));
        }
    }

    private static String persistence(Sequence sequence) {
        return "ALTER SEQUENCE %s SET %s".formatted(sequence.name(), sequence.unlogged() ? "UNLOGGED" : "LOGGED");
    }

    private static String owner(Sequence sequence) {
        return "ALTER SEQUENCE %s OWNED BY %s"
                .formatted(sequence.name(), sequence.owner().orElse("NONE"));
    }

    private static String alter(Sequence sequence) {
        return "ALTER SEQUENCE %s AS %s%s"
                .formatted(
                        sequence.name(),
                        sequence.definition(),
                        sequence.definition().endsWith(" CYCLE") ? "" : " NO CYCLE");
    }
}
