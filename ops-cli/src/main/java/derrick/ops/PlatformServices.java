package derrick.ops;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import derrick.persistence.PersistenceModule;
import javax.sql.DataSource;

/**
 * The ports and use cases of the platform on one database. Only this class of the CLI depends on persistence, so that
 * commands without it start faster.
 */
public final class PlatformServices {
    private final Injector injector;

    public PlatformServices(DataSource dataSource) {
        this.injector = Guice.createInjector(Stage.DEVELOPMENT, new PersistenceModule(dataSource));
    }

    /** Returns the adapter of a port, or a use case. */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Returns the reader or writer of a format: {@code csv}, {@code json} or {@code ndjson}. */
    public <T> T get(Class<T> type, String format) {
        return injector.getInstance(Key.get(type, Names.named(format)));
    }
}
