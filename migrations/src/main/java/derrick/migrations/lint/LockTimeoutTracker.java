package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.regex.Pattern;

/** Tracks whether a lock_timeout is set. */
final class LockTimeoutTracker {
    private static final String NAME = "lock_timeout";
    private static final String SETS_IT = "(?is).*set_config\\s*\\(\\s*'lock_timeout'\\s*,(?!\\s*'0+ *[a-z]*').*";
    /** Values that mean no limit: zero in any unit, or DEFAULT. */
    private static final Pattern NO_LIMIT = Pattern.compile("(?i)'?\\s*0*(\\.0*)?\\s*(us|ms|s|min|h|d)?\\s*'?|DEFAULT");

    private LockTimeoutTracker() {}

    /** Returns true if a limit is set after the statement. SET LOCAL has no effect outside a transaction. */
    static boolean after(Statement statement, boolean before, boolean transactional) {
        TokenReader reader = statement.reader();
        if (reader.take("RESET")) {
            return before
                    && !reader.take("ALL")
                    && reader.takeName().filter(NAME::equals).isEmpty();
        }
        if (reader.take("SELECT")) {
            return before || statement.text().matches(SETS_IT);
        }
        if (!reader.take("SET")) {
            return before;
        }
        boolean local = reader.take("LOCAL");
        reader.take("SESSION");
        if (reader.takeName().filter(NAME::equals).isEmpty() || (local && !transactional)) {
            return before;
        }
        reader.takeAny("TO", "=");
        return limits(reader.rest());
    }

    private static boolean limits(TokenSequence value) {
        return !value.tokens().isEmpty()
                && !NO_LIMIT.matcher(value.first().text()).matches();
    }
}
