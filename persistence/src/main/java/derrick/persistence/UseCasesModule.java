package derrick.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.SensorRecords;

/** The use cases of the domain, each made from the ports that it works with. */
final class UseCasesModule extends AbstractModule {
    @Provides
    SensorIngest sensorIngest(SensorRecords records) {
        return new SensorIngest(records);
    }
}
