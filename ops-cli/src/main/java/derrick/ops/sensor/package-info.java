/** Sensor data on the command line: files go in with {@code derrick import} and out with {@code derrick export}. */
package derrick.ops.sensor;
