package derrick.migrations.flyway;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;

/** Rows of sensor_data as revision 001 keeps them. */
record OldSensorData(TestDatabase database) {
    /** A row whose times have no zone; all it says but its depth is always the same. */
    void add(String rig, String time, String depth) {
        new Sql(database.dataSource()).run("""
                INSERT INTO sensor_data (
                    rig_id, timestamp, depth, wob, rpm, torque, rop, mud_flow, mud_pressure, gamma_ray, status)
                VALUES ('%s', '%s', %s, 2, 3, 4, 5, 6, 7, NULL, NULL)
                """.formatted(rig, time, depth));
    }

    /** Says in which zone the times of this database are. */
    void zone(String name) {
        new Sql(database.dataSource())
                .run("ALTER DATABASE %s SET derrick.legacy_time_zone = '%s'"
                        .formatted(database.address().database(), name));
    }
}
