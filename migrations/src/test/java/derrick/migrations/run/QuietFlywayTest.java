package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class QuietFlywayTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void aMigrationPrintsAndLogsNothing() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        LogKeeper logs = new LogKeeper();
        Logger.getLogger("").addHandler(logs);
        try (PrintStream into = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(into);
            System.setErr(into);
            SchemaMigration migration = new SchemaMigration(database.dataSource(), Revisions.packaged());
            migration.upgrade("head", MigrationListener.NONE);
            migration.downgrade("base", MigrationListener.NONE);
        } finally {
            System.setOut(out);
            System.setErr(err);
            Logger.getLogger("").removeHandler(logs);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(logs.kept).isEmpty();
    }

    private static final class LogKeeper extends Handler {
        private final List<String> kept = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            kept.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
