package derrick.migrations.diff.change;

import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangeStep;
import java.util.List;
import java.util.function.Function;

/** Prints the steps of a plan, one a line: the stage and the statements. */
final class PlanText {
    private PlanText() {}

    static List<String> up(ChangePlan plan) {
        return lines(plan, ChangeStep::up);
    }

    static List<String> down(ChangePlan plan) {
        return lines(plan, ChangeStep::down);
    }

    private static List<String> lines(ChangePlan plan, Function<ChangeStep, List<String>> statements) {
        return plan.groups().stream()
                .flatMap(group -> group.steps().stream()
                        .map(step -> group.stage() + ": " + String.join("; ", statements.apply(step))))
                .toList();
    }
}
