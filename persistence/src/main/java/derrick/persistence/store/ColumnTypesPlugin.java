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
 * The types of the platform that a column holds as they are: a row record may have fields of them, or of {@link
 * Optional} of them where the column may be NULL.
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

    /** JDBI makes nothing of an Optional itself: it asks for the value, and takes null for none. */
    private static <T> ColumnMapper<T> ofOptional(Cell<T> cell) {
        return (row, column, context) -> cell.read(row, column).orElse(null);
    }

    private interface Cell<T> {
        Optional<T> read(ResultSet row, int column) throws SQLException;
    }

    /**
     * The driver would send an Instant by way of the JVM's calendar, which is another before 1582. A time between two
     * microseconds, the bound of a span, is sent as the next: what is kept at whole ones is on the same side of both.
     */
    private static final class TimeArgument extends AbstractArgumentFactory<Instant> {
        TimeArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            Instant whole = time.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
            return (position, statement, context) -> statement.setObject(position, whole.atOffset(ZoneOffset.UTC));
        }
    }

    /** Text of no type, of which the column makes what it is. */
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
