/** Sensor data over HTTP: storing records, listing them in pages, and the last record of each rig. */
package derrick.api.sensor;
