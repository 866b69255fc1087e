package derrick.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import derrick.domain.testing.SealedSubtypes;
import derrick.migrations.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypesPluginTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private final TimeZone usual = TimeZone.getDefault();

    /** A row with a NOT NULL and a nullable column of each type. */
    public record Cells(
            Instant time, Optional<Instant> maybeTime, JsonValue document, Optional<JsonValue> maybeDocument) {}

    static List<JsonValue> documents() {
        List<JsonValue> documents = JsonSamples.everyKind();
        SealedSubtypes.assertAllPresent(documents, JsonValue.class);
        return documents;
    }

    @AfterEach
    void restore() {
        TimeZone.setDefault(usual);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsReadAsItWasWritten(JsonValue document) {
        Cells cells = new Cells(Instant.EPOCH, Optional.empty(), document, Optional.of(document));

        assertThat(writeAndRead(cells)).isEqualTo(cells);
    }

    @Test
    void sqlNullDiffersFromJsonNull() {
        Cells cells = new Cells(Instant.EPOCH, Optional.empty(), JsonValue.NULL, Optional.empty());

        assertThat(writeAndRead(cells)).isEqualTo(cells);
    }

    @Test
    void theOrderOfMembersIsIgnored() {
        String document = "{\"bb\": [1.10, \"\\u0001\"], \"a\": {\"c\": null}, \"bb\": [true]}";

        JsonValue read = new Store(Jdbi.create(database.dataSource()))
                .query(handle -> handle.createQuery("SELECT CAST(:document AS jsonb)")
                        .bind("document", document)
                        .mapTo(JsonValue.class)
                        .one());

        assertThat(read).isEqualTo(JsonbCodec.parse("{\"a\":{\"c\":null},\"bb\":[true]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Oslo", "America/St_Johns", "Asia/Tehran", "Pacific/Apia"})
    void aTimeIsTheSameInEveryZone(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (String text : List.of(
                "0001-01-01T00:00:00Z",
                "1582-10-10T00:00:00Z",
                "1900-01-01T00:00:00.000001Z",
                "2011-12-30T09:59:59.999999Z",
                "2025-10-26T00:30:00Z",
                "2025-10-26T01:30:00Z",
                "9999-12-31T23:59:59.999999Z")) {
            Instant time = Instant.parse(text);
            Cells cells = new Cells(time, Optional.of(time), JsonValue.NULL, Optional.empty());

            assertThat(writeAndRead(cells)).isEqualTo(cells);
            assertThat(epochMicroseconds(time)).as(text).isEqualTo(microseconds(time));
        }
    }

    @Test
    void aTimeIsRoundedUpToAMicrosecond() {
        Instant time = Instant.parse("2026-03-01T12:00:00.000001Z");

        assertThat(epochMicroseconds(time.plusNanos(1))).isEqualTo(microseconds(time) + 1);
        assertThat(epochMicroseconds(time.plusNanos(999))).isEqualTo(microseconds(time) + 1);
        assertThat(epochMicroseconds(time.minusNanos(999))).isEqualTo(microseconds(time));
    }

    private static Cells writeAndRead(Cells cells) {
        return new Store(Jdbi.create(database.dataSource()))
                .query(handle -> handle.createQuery("""
                                SELECT CAST(:time AS timestamptz) AS time,
                                    CAST(:maybeTime AS timestamptz) AS maybe_time,
                                    CAST(:document AS jsonb) AS document,
                                    CAST(:maybeDocument AS jsonb) AS maybe_document
                                """)
                        .bindMethods(cells)
                        .map(ConstructorMapper.of(Cells.class))
                        .one());
    }

    private static long epochMicroseconds(Instant time) {
        return new Store(Jdbi.create(database.dataSource()))
                .query(handle -> handle.createQuery(
                                "SELECT CAST(1000000 * extract(epoch FROM CAST(:time AS timestamptz)) AS bigint)")
                        .bind("time", time)
                        .mapTo(Long.class)
                        .one());
    }

    private static long microseconds(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000), time.getNano() / 1000);
    }
}
