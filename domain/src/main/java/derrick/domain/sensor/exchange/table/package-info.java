/**
 * Tables of sensor data from rigs and service companies: a header, sometimes a row of units, then one record a line.
 *
 * <p>A {@link derrick.domain.sensor.exchange.table.TableReader} splits the lines into cells. {@link
 * derrick.domain.sensor.exchange.table.SensorTable} finds the header and determines the {@link
 * derrick.domain.sensor.exchange.table.ColumnMapping}: the channel and unit of each column, and the columns that are
 * not stored. Nothing is assumed, least of all a unit: a table that is ambiguous is refused with {@link
 * derrick.domain.sensor.exchange.table.TableRefused}, which names the options that make it readable.
 */
package derrick.domain.sensor.exchange.table;
