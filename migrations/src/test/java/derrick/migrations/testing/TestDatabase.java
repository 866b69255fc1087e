package derrick.migrations.testing;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.scratch.ScratchServer;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for a test class or, in a field that is not static, for each test; on a real PostgreSQL.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.atHead();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final String EMPTY = "template0";

    private final boolean migrated;
    private boolean forOneTest;
    private Optional<DatabaseAddress> address = Optional.empty();
    private Optional<ScratchServer> scratch = Optional.empty();

    private TestDatabase(boolean migrated) {
        this.migrated = migrated;
    }

    /** A database with the newest schema. */
    public static TestDatabase atHead() {
        return new TestDatabase(true);
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return new TestDatabase(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (address.isEmpty()) {
            forOneTest = true;
            create();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (forOneTest) {
            drop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        drop();
    }

    private void create() {
        address = Optional.of(TestServer.get().copyOf(migrated ? HeadTemplate.name() : EMPTY));
    }

    private void drop() {
        scratch.ifPresent(ScratchServer::close);
        scratch = Optional.empty();
        address.ifPresent(TestServer.get()::drop);
    }

    /** Where it is; known while its tests run. */
    public DatabaseAddress address() {
        return address.orElseThrow(() -> new IllegalStateException("register TestDatabase in a field"));
    }

    /** Scratch databases beside it, dropped when it is. */
    public ScratchServer scratch() {
        ScratchServer beside = scratch.orElseGet(() -> ScratchServer.beside(address()));
        scratch = Optional.of(beside);
        return beside;
    }

    /** Connections to it, each new. */
    public DataSource dataSource() {
        return address().dataSource();
    }
}
