package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.table.TableColumn;
import derrick.domain.sensor.exchange.table.TableOptions;
import derrick.domain.sensor.exchange.table.TableRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTableReaderTest {
    private static final TableOptions OF_RIG = TableOptions.NONE.withRig(new RigId("F-9A"));
    private static final String NOON = "2026-03-01T12:00:00Z";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Time,wob [t],status\nNOON,1.5,normal\n",
                "Time;wob [t];status\r\nNOON;1.5;normal\r\n",
                "Time\twob [t]\tstatus\nNOON\t1.5\tnormal",
                "Time|wob [t]|status\nNOON|1.5|normal\n",
                "Time;wob [t];WOB, by hook, avg, max\nNOON;1,5;2,5\n",
                "Time;wob [t]\nNOON;1,5\n",
                "\uFEFFTime,wob [t],status\nNOON,1.5,normal\n",
                "\"Time\",\"wob [t]\",\"status\"\n\"NOON\",\"1.5\",\"normal\"\n",
                "Time,\"Weight on Bit, by hook; (t)\",wob [t]\nNOON,,1.5\n"
            })
    void separatorsLineEndsQuotesAndByteOrderMarksAreDetected(String table) {
        RowLog log = Documents.readTable(table.replace("NOON", NOON), OF_RIG);

        assertThat(log.rejects()).isEmpty();
        assertThat(log.rows()).containsExactly(2L);
        assertThat(log.records().get(0).readings().get(Channel.WOB)).hasValue(1.5);
    }

    @Test
    void theSeparatorIsDetectedFromManyLines() {
        RowLog log = Documents.readTable(
                "Well: X-1, slot 3, Troll\n\nsep\nTime;wob [t];remark\n" + (NOON + ";1;stuck, free, stuck\n").repeat(9),
                OF_RIG);

        assertThat(log.rows()).hasSize(9).startsWith(5L);
        assertThat(Documents.readTable("sep=;\nTime;wob [t]\n" + NOON + ";1.5\n", OF_RIG)
                        .rows())
                .containsExactly(3L);
    }

    @Test
    void aQuotedCellMayHaveSeveralLines() {
        RowLog log = Documents.readTable(
                "Time,\"wob\n(t)\",remark\n" + NOON + ",1,\"stuck\nat 1200 m, then pulled, and\n\nfree\"\n" + NOON
                        + ",2,ok\n",
                OF_RIG);

        assertThat(log.rejects()).isEmpty();
        assertThat(log.rows()).containsExactly(3L, 7L);
    }

    @Test
    void rowsAreNumberedByLineAndEmptyLinesAreSkipped() {
        RowLog log = Documents.readTable("Time,wob [t]\n\n" + NOON + ",1\n\nx,1\n" + NOON + ",2,3\n", OF_RIG);

        assertThat(log.rows()).containsExactly(3L);
        assertThat(log.rejects())
                .containsExactly(
                        new Reject(5, "Time", "must be an RFC 3339 time such as 2026-03-01T12:00:00Z"),
                        new Reject(6, "line", "has 3 fields, but the header has 2"));
    }

    @Test
    void aHeaderAloneIsAnEmptyTable() {
        assertThat(Documents.readTable("Time,wob [t]", OF_RIG).rows()).isEmpty();
        assertThat(new CsvTableReader()
                        .open(Documents.bytes("Time,wob [t]"), OF_RIG)
                        .mapping()
                        .readings())
                .extracting(TableColumn.Reading::channel)
                .containsExactly(Channel.WOB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", " \0"})
    void aTableWithoutAHeaderIsRejected(String document) {
        assertThatThrownBy(() -> Documents.readTable(document, OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith("row 1: ");
    }

    @Test
    void textThatIsNoTableIsRejected() {
        assertThatThrownBy(() -> Documents.readTable("Dear rig,\n\nplease drill.\n", OF_RIG))
                .isInstanceOf(TableRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Time,wob [t]\nNOON,1\nNOON,\"2\n",
                "Time,wob [t]\nNOON,1\nNOON,\"2\nNOON,3\"\n",
                "Time,wob [t],remark\nNOON,1,a\nNOON,2,\"open\nNOON,3,b\nNOON,4,\"c\"\n"
            })
    void anUnclosedQuoteIsRejected(String table) {
        assertThatThrownBy(() -> Documents.readTable(table.replace("NOON", NOON), OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith("row 3: ")
                .hasMessageContaining("quote");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20_000})
    void aTableThatIsNotUtf8IsRejected(int rowsBefore) {
        String rows = (NOON + ",1,normal\n").repeat(rowsBefore);
        byte[] latin1 =
                ("Time,wob [t],status\n" + rows + NOON + ",1,bohrt fröhlich\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> new CsvTableReader()
                        .open(new ByteArrayInputStream(latin1), OF_RIG)
                        .readAll(new RowLog()))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void anEndlessLineIsRejected() {
        assertThatThrownBy(() -> Documents.readTable("Time,wob [t]\n" + "1".repeat(1_000_000), OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> Documents.readTable("1".repeat(1_000_000), OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("too long");
    }

    @Test
    void theCharacterNulIsRejected() {
        assertThatThrownBy(() -> Documents.readTable("Time,wob [t],status\n" + NOON + ",1,a\0\n", OF_RIG))
                .isInstanceOf(MalformedDocument.class)
                .hasMessage("row 2: must be text, but holds the character NUL");
    }
}
