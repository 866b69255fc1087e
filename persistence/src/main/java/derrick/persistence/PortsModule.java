package derrick.persistence;

import com.google.inject.AbstractModule;
import derrick.domain.sensor.SensorRecords;
import derrick.persistence.sensor.JdbiSensorRecords;

/** The ports of the domain, and the adapter of each. */
final class PortsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SensorRecords.class).to(JdbiSensorRecords.class);
    }
}
