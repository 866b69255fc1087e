package derrick.migrations.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * Steps that one file takes together.
 *
 * @param subject what they are about: the name of a table, or of something else
 */
record Bundle(Stage stage, String subject, List<Step> steps) {
    Bundle {
        steps = List.copyOf(steps);
    }

    /** This bundle's steps, and then the other's. */
    Bundle with(Bundle next) {
        return new Bundle(
                stage,
                subject.equals(next.subject) ? subject : subject + "_" + next.subject,
                Stream.concat(steps.stream(), next.steps.stream()).toList());
    }
}
