package derrick.migrations.change;

import derrick.migrations.sql.Quoted;
import java.util.Optional;

/** COMMENT ON statements. */
final class Remark {
    private Remark() {}

    static String on(String what, Optional<String> comment) {
        return "COMMENT ON " + what + " IS " + comment.map(Quoted::text).orElse("NULL");
    }

    /** The step from one comment to another. */
    static Step step(String what, Optional<String> before, Optional<String> after) {
        return Step.of(on(what, after), on(what, before));
    }
}
