/**
 * Documents of sensor records. A {@link derrick.domain.sensor.exchange.SensorReader} returns the rows of a document,
 * each as a record or as a {@link derrick.domain.sensor.exchange.Reject} with the reason. A {@link
 * derrick.domain.sensor.exchange.SensorWriter} writes records so that they can be read again unchanged.
 */
package derrick.domain.sensor.exchange;
