package derrick.persistence;

import com.google.inject.AbstractModule;
import derrick.persistence.store.Store;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Binds the domain's ports to their PostgreSQL adapters and creates the use cases, all on one data source. */
public final class PersistenceModule extends AbstractModule {
    private final DataSource dataSource;

    /** @param dataSource connects to a database whose schema is at head */
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
