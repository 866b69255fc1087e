/**
 * Sensor records in PostgreSQL: the table {@code sensor_data}, a row a rig and instant.
 *
 * <p>New records go in by binary COPY, the fastest way there is. Where some were kept before, the same bytes go into a
 * staging table, what is new is inserted from there, and what is not is compared with what stands.
 */
package derrick.persistence.sensor;
