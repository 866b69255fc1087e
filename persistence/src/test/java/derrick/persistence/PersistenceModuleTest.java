package derrick.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.SensorRecords;
import derrick.migrations.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PersistenceModuleTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("derrick.domain");

    @Test
    void eachPortOfTheDomainIsBound() {
        Injector injector = Guice.createInjector(new PersistenceModule(database.dataSource()));
        List<Class<?>> ports = ports();

        assertThat(ports).contains(SensorRecords.class);
        assertThat(ports)
                .allSatisfy(port -> assertThat(injector.getInstance(port)).isInstanceOf(port));
    }

    @Test
    void eachUseCaseIsCreated() {
        Injector injector = Guice.createInjector(new PersistenceModule(database.dataSource()));
        List<Key<?>> ofTheDomain = injector.getBindings().keySet().stream()
                .filter(key -> DOMAIN.contain(key.getTypeLiteral().getRawType()))
                .toList();

        assertThat(ofTheDomain).contains(Key.get(SensorIngest.class));
        assertThat(ofTheDomain)
                .allSatisfy(key -> assertThat(injector.getInstance(key)).isNotNull());
    }

    /** Returns the ports that store entities: each is named after its entity, in the plural, in the same package. */
    private static List<Class<?>> ports() {
        return DOMAIN.stream()
                .filter(type -> type.isInterface() && type.getName().endsWith("s") && DOMAIN.contain(singular(type)))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static String singular(JavaClass type) {
        return type.getName().replaceFirst("ies$", "y").replaceFirst("s$", "");
    }
}
