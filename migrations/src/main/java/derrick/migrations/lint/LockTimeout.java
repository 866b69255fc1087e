package derrick.migrations.lint;

import derrick.migrations.sql.Phrase;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.TokenReader;
import java.util.List;

/** Follows how long statements wait for a lock: for ever, or not. */
final class LockTimeout {
    private static final String NAME = "lock_timeout";

    private LockTimeout() {}

    /** Whether there is a limit after a statement. SET LOCAL does nothing outside a transaction. */
    static boolean after(Statement statement, boolean before, boolean transactional) {
        TokenReader reader = statement.reader();
        if (reader.take("RESET")) {
            return before
                    && !reader.take("ALL")
                    && reader.takeName().filter(NAME::equals).isEmpty();
        }
        if (reader.take("SELECT")) {
            return before || statement.text().matches("(?is).*set_config\\s*\\(\\s*'lock_timeout'.*");
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

    private static boolean limits(Phrase value) {
        return !List.of("0", "'0'", "DEFAULT", "")
                .contains(value.tokens().isEmpty() ? "" : value.first().keyword());
    }
}
