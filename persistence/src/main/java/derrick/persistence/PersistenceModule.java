package derrick.persistence;

import com.google.inject.AbstractModule;
import derrick.persistence.store.Store;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Everything that runs on a database, wired to one: the ports with their adapters, the use cases with their ports. */
public final class PersistenceModule extends AbstractModule {
    private final DataSource dataSource;

    /** @param dataSource the database, its schema at head */
    public PersistenceModule(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(Store.class).toInstance(new Store(Jdbi.create(dataSource)));
        install(new PortsModule());
        install(new UseCasesModule());
    }
}
