/**
 * Sensor records in the table {@code sensor_data}, which has one row for a rig and an instant. New records are written
 * by binary COPY. If some exist already, the batch passes a staging table, and each record is stored or reported as a
 * duplicate or conflict.
 */
package derrick.persistence.sensor;
