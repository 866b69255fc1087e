package derrick.migrations.diff.ddl;

import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.sql.SqlQuoting;
import java.util.List;
import java.util.Optional;

/** Writes COMMENT ON statements. */
public final class CommentOn {
    private CommentOn() {}

    public static String on(String target, Optional<String> comment) {
        return "COMMENT ON " + target + " IS " + comment.map(SqlQuoting::text).orElse("NULL");
    }

    /** Returns a CREATE statement and the statement for the comment, if there is one. */
    public static List<String> after(String create, String target, Optional<String> comment) {
        return comment.isPresent() ? List.of(create, on(target, comment)) : List.of(create);
    }

    /** Returns the step that replaces a comment. */
    public static ChangeStep step(String target, Optional<String> before, Optional<String> after) {
        return ChangeStep.of(on(target, after), on(target, before));
    }
}
