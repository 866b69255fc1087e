package derrick.migrations.lint;

import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.regex.Pattern;

/** Follows how long statements wait for a lock: for ever, or not. */
final class LockTimeoutTracker {
    private static final String NAME = "lock_timeout";
    private static final String SETS_IT = "(?is).*set_config\\s*\\(\\s*'lock_timeout'\\s*,(?!\\s*'0+ *[a-z]*').*";
    /** None, in any unit. */
    private static final Pattern NO_LIMIT = Pattern.compile("(?i)'?\\s*0*(\\.0*)?\\s*(us|ms|s|min|h|d)?\\s*'?|DEFAULT");

    private LockTimeoutTracker() {}

    /** Whether there is a limit after a statement. SET LOCAL does nothing outside a transaction. */
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
