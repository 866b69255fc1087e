/**
 * What a rig's sensors report, second by second: the journal that everything else on the platform reads.
 *
 * <p>A {@link derrick.domain.sensor.SensorRecord} is all that one rig reported at one instant. It is written once: sent
 * again with the same values it is a duplicate, with other values a conflict, and in both cases what stands stays. A
 * channel without a value is a gap and stays a gap; no number is ever made up for it.
 *
 * <p>{@link derrick.domain.sensor.SensorRecords} keeps them, {@link derrick.domain.sensor.SensorIngest} takes them in,
 * and the package {@code exchange} knows the documents in which they travel.
 */
package derrick.domain.sensor;
