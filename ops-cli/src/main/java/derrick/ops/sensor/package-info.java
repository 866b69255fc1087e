/** The commands for sensor data: {@code derrick import}, {@code derrick export} and {@code derrick units}. */
package derrick.ops.sensor;
