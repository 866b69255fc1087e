/**
 * Tables of sensor data as rigs and service companies write them: a line that names the columns, perhaps a line of
 * units, then a row a line.
 *
 * <p>Before the first row is read there is a {@link derrick.domain.sensor.exchange.table.ColumnMapping}: which column
 * is
 * taken for which channel, in which unit it comes, and which columns are not kept. What it cannot settle for certain, a
 * unit above all, it refuses with {@link derrick.domain.sensor.exchange.table.TableRefused} and says what to tell it;
 * nothing is guessed. A {@link derrick.domain.sensor.exchange.table.TableReader} only takes lines apart, all meaning is
 * given here.
 */
package derrick.domain.sensor.exchange.table;
