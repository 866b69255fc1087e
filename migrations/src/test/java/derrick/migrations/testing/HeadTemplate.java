package derrick.migrations.testing;

import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import javax.sql.DataSource;

/** The database that was migrated to head once, for others to be copied from. */
final class HeadTemplate {
    private static final String NAME = "template_head";

    private HeadTemplate() {}

    static String name() {
        return Holder.READY;
    }

    private static final class Holder {
        private static final String READY = make();

        private static String make() {
            TestServer server = TestServer.get();
            server.execute("CREATE DATABASE " + NAME + " TEMPLATE template0");
            DataSource template = server.address(NAME).dataSource();
            new SchemaMigration(template, Revisions.packaged()).upgrade("head", MigrationListener.NONE);
            return NAME;
        }
    }
}
