package derrick.domain.sensor.exchange.table;

import java.util.List;

/**
 * A line of a table, split into fields.
 *
 * @param number the line number in the document; the first line is 1
 */
public record TableLine(long number, List<String> fields) {}
