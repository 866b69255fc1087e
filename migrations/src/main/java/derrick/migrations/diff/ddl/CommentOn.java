package derrick.migrations.diff.ddl;

import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.Optional;

/** COMMENT ON statements. */
public final class CommentOn {
    private CommentOn() {}

    public static String on(String what, Optional<String> comment) {
        return "COMMENT ON " + what + " IS " + comment.map(SqlQuoting::text).orElse("NULL");
    }

    /** The step from one comment to another. */
    public static ChangeStep step(String what, Optional<String> before, Optional<String> after) {
        return ChangeStep.of(on(what, after), on(what, before));
    }
}
