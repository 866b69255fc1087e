package derrick.ops;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.name.Names;
import derrick.persistence.PersistenceModule;
import javax.sql.DataSource;

/**
 * The ports and use cases of the platform, working on one database. This is the one place where the CLI knows of
 * persistence; a command that needs none of it never gets here, and starts the sooner.
 */
public final class PlatformServices {
    private final Injector injector;

    public PlatformServices(DataSource dataSource) {
        this.injector = Guice.createInjector(Stage.DEVELOPMENT, new PersistenceModule(dataSource));
    }

    /** The port's adapter, or the use case. */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** The one that reads or writes documents of a format: {@code csv}, {@code json}, {@code ndjson}. */
    public <T> T get(Class<T> type, String format) {
        return injector.getInstance(Key.get(type, Names.named(format)));
    }
}
