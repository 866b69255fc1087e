package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.TestDatabase;
import java.util.List;

/** A database and the scripts that a test upgrades and downgrades it with. */
record ScriptedSchema(TestDatabase database, Scripts scripts) {
    void upgradeTo001() {
        migration().upgrade("001", MigrationListener.NONE);
    }

    List<Revision> upgrade() {
        return migration().upgrade("head", MigrationListener.NONE);
    }

    List<Revision> downgrade(String target) {
        return migration().downgrade(target, MigrationListener.NONE);
    }

    /** Returns each revision with its state, such as {@code 001 APPLIED}. */
    List<String> states() {
        return new RevisionHistory(database.dataSource(), scripts.revisions())
                .entries().stream()
                        .map(entry -> entry.revision().id() + " " + entry.state())
                        .toList();
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.dataSource(), scripts.revisions());
    }
}
