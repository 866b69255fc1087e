/**
 * The documents in which sensor records travel: rows come in through a {@link
 * derrick.domain.sensor.exchange.SensorReader}, each becoming a record or a {@link
 * derrick.domain.sensor.exchange.Reject} that says why not, and go out through a {@link
 * derrick.domain.sensor.exchange.SensorWriter}. What is written can be read again and gives the same records.
 */
package derrick.domain.sensor.exchange;
