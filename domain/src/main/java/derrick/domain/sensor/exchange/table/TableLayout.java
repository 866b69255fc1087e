package derrick.domain.sensor.exchange.table;

import derrick.domain.time.TimeForm;
import java.util.Optional;

/**
 * How a table is written, as far as somebody said so; what is empty is found out.
 *
 * @param times how its times are written
 * @param decimal the sign before the decimals of its numbers, a point or a comma
 * @param headerLine the line that names the columns, the first is 1
 */
public record TableLayout(Optional<TimeForm> times, Optional<Character> decimal, Optional<Long> headerLine) {
    /** Nothing is said. */
    public static final TableLayout UNKNOWN = new TableLayout(Optional.empty(), Optional.empty(), Optional.empty());
}
