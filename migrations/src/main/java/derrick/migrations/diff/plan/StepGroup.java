package derrick.migrations.diff.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Steps that one file takes together.
 *
 * @param subject what they are about: the name of a table, or of something else
 */
public record StepGroup(Stage stage, String subject, List<ChangeStep> steps) {
    public StepGroup {
        steps = List.copyOf(steps);
    }

    /** This group's steps, and then the other's. */
    public StepGroup with(StepGroup next) {
        return new StepGroup(
                stage,
                subject.equals(next.subject) ? subject : subject + "_" + next.subject,
                Stream.concat(steps.stream(), next.steps.stream()).toList());
    }
}
