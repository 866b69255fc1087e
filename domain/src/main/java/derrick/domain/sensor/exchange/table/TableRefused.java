package derrick.domain.sensor.exchange.table;

/** What a table's columns mean cannot be settled for certain; the message says what is missing and how to give it. */
public final class TableRefused extends RuntimeException {
    TableRefused(String reason) {
        super(reason);
    }

    TableRefused(String column, String reason) {
        super("column '%s': %s".formatted(column, reason));
    }
}
