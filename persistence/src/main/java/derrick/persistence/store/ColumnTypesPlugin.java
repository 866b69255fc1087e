package derrick.persistence.store;

import derrick.domain.document.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Maps columns to {@link Instant} and {@link JsonValue}. The component of a row record is an {@link Optional} of them
 * if the column may be NULL.
 */
final class ColumnTypesPlugin implements JdbiPlugin {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new TimeArgument());
        jdbi.registerArgument(new JsonArgument());
        jdbi.registerColumnMapper(Instant.class, ofOptional(ColumnTypesPlugin::time));
        jdbi.registerColumnMapper(JsonValue.class, ofOptional(ColumnTypesPlugin::document));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<JsonValue> document(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(JsonbCodec::parse);
    }

    /** JDBI wraps the value in an Optional itself, and expects null for an empty one. */
    private static <T> ColumnMapper<T> ofOptional(Cell<T> cell) {
        return (row, column, context) -> cell.read(row, column).orElse(null);
    }

    private interface Cell<T> {
        Optional<T> read(ResultSet row, int column) throws SQLException;
    }

    /**
     * Binds an Instant as timestamptz. The driver would use the JVM's calendar, which differs before 1582. The time is
     * rounded up to a microsecond, so that the bound of a range includes and excludes the same stored times.
     */
    private static final class TimeArgument extends AbstractArgumentFactory<Instant> {
        TimeArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            Instant rounded = time.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
            return (position, statement, context) -> statement.setObject(position, rounded.atOffset(ZoneOffset.UTC));
        }
    }

    /** Binds a JSON document as text of unknown type, which the server converts to the type of the column. */
    private static final class JsonArgument extends AbstractArgumentFactory<JsonValue> {
        JsonArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(JsonValue document, ConfigRegistry config) {
            String text = JsonbCodec.of(document);
            return (position, statement, context) -> statement.setObject(position, text, Types.OTHER);
        }
    }
}
