/**
 * The sensor records of rigs, usually one a second, which the other features use.
 *
 * <p>A {@link derrick.domain.sensor.SensorRecord} has the readings of a rig at one instant. It is stored once: sent
 * again with equal values it is a duplicate, with other values a conflict; in both cases the stored record does not
 * change. A channel without a value is a gap; gaps are never filled.
 *
 * <p>{@link derrick.domain.sensor.SensorRecords} stores records, {@link derrick.domain.sensor.SensorIngest} reads them
 * from documents, and the package {@code exchange} defines the documents.
 */
package derrick.domain.sensor;
