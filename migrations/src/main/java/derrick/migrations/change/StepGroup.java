package derrick.migrations.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * Steps that one file takes together.
 *
 * @param subject what they are about: the name of a table, or of something else
 */
record StepGroup(Stage stage, String subject, List<Step> steps) {
    StepGroup {
        steps = List.copyOf(steps);
    }

    /** This group's steps, and then the other's. */
    StepGroup with(StepGroup next) {
        return new StepGroup(
                stage,
                subject.equals(next.subject) ? subject : subject + "_" + next.subject,
                Stream.concat(steps.stream(), next.steps.stream()).toList());
    }
}
