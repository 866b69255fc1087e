package derrick.migrations.diff.ddl;

import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.Optional;

/** Writes COMMENT ON statements. */
public final class CommentOn {
    private CommentOn() {}

    public static String on(String target, Optional<String> comment) {
        return "COMMENT ON " + target + " IS " + comment.map(SqlQuoting::text).orElse("NULL");
    }

    /** Returns the step that replaces a comment. */
    public static ChangeStep step(String target, Optional<String> before, Optional<String> after) {
        return ChangeStep.of(on(target, after), on(target, before));
    }
}
