package derrick.api;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.name.Names;
import derrick.api.index.IndexResource;
import derrick.api.sensor.SensorDataResource;
import derrick.persistence.PersistenceModule;
import java.util.List;
import javax.sql.DataSource;

/** Creates the resources with Guice. It is the only class of this module that depends on persistence. */
final class ApiModule {
    /** The resource classes of the API. */
    static final List<Class<?>> RESOURCES = List.of(IndexResource.class, SensorDataResource.class);

    private ApiModule() {}

    static List<Object> resources(DataSource database) {
        Injector injector = Guice.createInjector(new PersistenceModule(database), new AbstractModule() {
            @Override
            protected void configure() {
                bindConstant().annotatedWith(Names.named("version")).to(Version.own());
                RESOURCES.forEach(this::bind);
            }
        });
        return RESOURCES.stream().<Object>map(injector::getInstance).toList();
    }
}
