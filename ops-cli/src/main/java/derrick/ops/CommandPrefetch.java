package derrick.ops;

import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be foreseen of a command before its options are read, so that its database can be sought meanwhile. */
final class CommandPrefetch {
    /** The commands that open a database before they do anything else, and how many connections they use. */
    private static final Map<String, Integer> CONNECTIONS =
            Map.of("current", 1, "history", 1, "upgrade", 3, "downgrade", 3);

    /** With these they do not. */
    private static final Set<String> WITHOUT_DATABASE = Set.of("--sql", "--help", "-h");

    private final List<String> words;

    CommandPrefetch(String... words) {
        this.words = List.of(words);
    }

    /** Seeks the database, if the command will want one, in a thread that keeps no process from ending. */
    void seekDatabase() {
        Thread seeking = new Thread(
                () -> database()
                        .ifPresent(settings -> Database.expect(settings, CONNECTIONS.getOrDefault(words.get(0), 0))),
                "seeks-the-database");
        seeking.setDaemon(true);
        // Whatever is wrong with the settings, the command itself will come upon it, and say so.
        seeking.setUncaughtExceptionHandler((thread, failure) -> {});
        seeking.start();
    }

    /** All from which the command will choose its database; empty if it may not open any. */
    Optional<DatabaseSettings> database() {
        boolean opensIt = !words.isEmpty()
                && CONNECTIONS.containsKey(words.get(0))
                && words.stream().noneMatch(WITHOUT_DATABASE::contains);
        return opensIt
                ? Optional.of(DatabaseSettings.ofProcess(
                        value(CommonOptions.DATABASE_URL),
                        value(CommonOptions.DATA_DIR).map(Path::of)))
                : Optional.empty();
    }

    /** What stands behind an option, after a blank or a sign of equality. */
    private Optional<String> value(String option) {
        int place = words.indexOf(option) + 1;
        return place > 0 && place < words.size()
                ? Optional.of(words.get(place))
                : words.stream()
                        .filter(word -> word.startsWith(option + "="))
                        .map(word -> word.substring(option.length() + 1))
                        .findFirst();
    }
}
