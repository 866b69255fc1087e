/** Sensor data over HTTP: taking them in, giving them back page by page, and the last that each rig reported. */
package derrick.api.sensor;
