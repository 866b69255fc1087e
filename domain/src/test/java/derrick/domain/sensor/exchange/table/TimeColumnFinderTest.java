package derrick.domain.sensor.exchange.table;

import static derrick.domain.sensor.exchange.table.Tables.OF_RIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.table.TableOptions.TableLayout;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.time.TimeForm;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeColumnFinderTest {
    private static final TableOptions IN_UTC = OF_RIG.withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2009-07-03T18:04:32Z");

    private final RowLog log = new RowLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "date",
                "Date_Time",
                "DateTime",
                "Rig Time",
                "utc",
                "tid",
                "timestamp",
                "Time Stamp",
                "Date/Time",
                "Dato/Tid",
                "YYYY/MM/DD HH:MM:SS",
                "RIG_DATE_TIME",
                "#Time",
                "Time (hh:mm:ss)"
            })
    void timesGoByManyNames(String name) {
        read(IN_UTC, name + "|wob [t]", "2009-07-03 18:04:32|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsExactly(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "03/07/2009 18:04:32, 13/07/2009 18:04:32",
        "2009/07/03 18:04:32, 2009/07/04 1:04",
        "3.7.2009 18:04:32, 4.7.2009 18:04:32",
        "3-Jul-2009 18:04:32, 4-Jul-2009 18:04:32",
        "1246644272, 1246644273",
        "1246644272000, 1246644273000",
        "39997.7531481481, 39997.7531597222"
    })
    void aFormIsTakenThatAloneReadsAllTimes(String first, String second) {
        read(IN_UTC, "Time|wob [t]", first + "|9", second + "|9");

        assertThat(log.rejects()).isEmpty();
        assertThat(log.records())
                .hasSize(2)
                .first()
                .extracting(SensorRecord::time)
                .isEqualTo(FIRST);
    }

    @Test
    void timesThatTwoFormsReadAreRefusedWithBothReadings() {
        TableRefused failure = refusal(IN_UTC, "Time|wob [t]", "07/07/2009 18:04:32|9", "03/07/2009 18:04:32|9");

        assertThat(failure)
                .hasMessage("column 'Time': '03/07/2009 18:04:32' may be 2009-07-03 with --time-format d/M/y,"
                        + " or 2009-03-07 with --time-format M/d/y");
        assertThat(failure.problems().get(0).remedies())
                .containsExactly(
                        Remedy.when("if '03/07/2009 18:04:32' is 2009-07-03", "--time-format", "d/M/y"),
                        Remedy.when("if '03/07/2009 18:04:32' is 2009-03-07", "--time-format", "M/d/y"));
        assertThat(refusal(IN_UTC, "Time|wob [t]", "40000|9", "40001|9"))
                .hasMessageContaining("'40000' are no times for certain");
        assertThat(refusal(IN_UTC, "Time|wob [t]", "13/07/2009 18:04|9", "07/14/2009 18:04|9"))
                .hasMessageContaining("no one form reads all times");
    }

    @ParameterizedTest
    @CsvSource({
        "d/M/y, 2009-07-03T18:04:32Z",
        "M/d/y, 2009-03-07T18:04:32Z",
        "dd/MM/yyyy HH:mm:ss, 2009-07-03T18:04:32Z"
    })
    void theFormThatIsNamedIsTaken(String form, String time) {
        read(named(form), "Time|wob [t]", "03/07/2009 18:04:32|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsExactly(Instant.parse(time));
        assertThatThrownBy(() -> read(named("epoch-s"), "Time|wob [t]", "03/07/2009 18:04:32|9"))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("not written as epoch-s");
    }

    @Test
    void aHeaderMaySayTheOrderAndTheZone() {
        read(OF_RIG, "Time UTC (dd/mm/yyyy hh:mm)|wob [t]", "03/07/2009 18:04:32|9");
        read(OF_RIG, "Time (UTC+2)|wob [t]", "2009-07-03 20:04:32|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsOnly(FIRST);
        assertThat(refusal(OF_RIG.withZone(ZoneId.of("Europe/Oslo")), "UTC|wob [t]", "2009-07-03 18:04:32|9"))
                .hasMessageContaining("its header says UTC, but --zone says Europe/Oslo");
    }

    @Test
    void aTimeOfAnotherFormFurtherDownIsARejectedRow() {
        read(IN_UTC, "Time|wob [t]", "13/07/2009 18:04|9", "14/07/2009 18:04|9", "x|9", "15/07/2009|9");

        assertThat(log.rows()).containsExactly(2L, 3L);
        assertThat(log.rejects())
                .containsExactly(
                        new Reject(4, "Time", "must be a time, read as d/M/y"),
                        new Reject(5, "Time", "has no time of day"));
    }

    @ParameterizedTest
    @CsvSource({
        "YYYY/MM/DD, HH:MM:SS, 2009/07/03, 18:04:32",
        "Date, Time, 03.07.2009, 6:04:32 PM",
        "Date, Time, 2009-07-03 00:00:00, 18:04:32",
        "Dato, Tid, 20090703, 18:04:32"
    })
    void dateAndClockMayStandInTwoColumns(String dates, String clocks, String date, String clock) {
        read(IN_UTC, clocks + "|" + dates + "|wob [t]", clock + "|" + date + "|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsExactly(FIRST);
    }

    @ParameterizedTest
    @CsvSource({"yyMMdd HHmmss, 090703, 180432", "d MMM yy HH:mm:ss, 3 jul 09, 18:04:32"})
    void aFormThatIsSpelledOutMayReadTwoColumns(String form, String date, String clock) {
        read(named(form), "Date|Time|wob [t]", date + "|" + clock + "|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsExactly(FIRST);
    }

    @Test
    void datesAtMidnightBesideAClockOfAnotherNameAreNoTimes() {
        assertThat(refusal(IN_UTC, "Date|Hours|wob [t]", "2009-07-03 00:00:00|18:04:32|9"))
                .hasMessageContaining("holds dates without a time of day")
                .extracting(failure ->
                        failure.problems().get(0).remedies().get(0).options().get(1))
                .isEqualTo("Hours=timestamp");
    }

    @Test
    void timesThatNoRecordCanKeepAreRefusedOnce() {
        assertThat(refusal(IN_UTC, "Time|wob [t]", "2009-07-03T18:04:32.1234567|9", "2009-07-03T18:04:32.2345678|9"))
                .hasMessageContaining("no time can be read")
                .hasMessageContaining("finer than a microsecond");
    }

    @Test
    void oneOfTwoColumnsMayBeNamedByTheCaller() {
        read(IN_UTC.withTargets(Map.of("Day", "timestamp")), "Day|Time|wob [t]", "2009-07-03|18:04:32|9");
        read(
                IN_UTC.withTargets(Map.of("A", "timestamp", "B", "timestamp")),
                "A|B|Time|wob [t]",
                "2009-07-03|18:04:32|12:00:00|9");

        assertThat(log.records()).extracting(SensorRecord::time).containsOnly(FIRST);
    }

    @Test
    void aClockWithoutDateAndADateWithoutClockAreNoTimes() {
        assertThat(refusal(
                        IN_UTC, "Time|Day|depth [m]|rop [m/h]", "18:04:32|2009-07-03|1|9", "18:04:33|2009-07-03|2|9"))
                .hasMessageContaining("holds times of day without a date, such as '18:04:32'")
                .extracting(failure ->
                        failure.problems().get(0).remedies().get(0).options().get(1))
                .isEqualTo("Day=timestamp");
        assertThat(refusal(IN_UTC, "Date|depth [m]|rop [m/h]", "2009-07-03|1|9", "2009-07-04|2|9"))
                .hasMessageContaining("holds dates without a time of day");
    }

    @Test
    void aStartIsOfferedOnlyWhereDepthGrowsAndNothingIsATime() {
        assertThat(refusal(OF_RIG, "depth [m]|rop [m/h]", "1|9", "2|9")).hasMessageContaining("--start");
        assertThat(refusal(OF_RIG, "depth [m]|rop [m/h]", "1|9", "1|9", "1|9")).hasMessageNotContaining("--start");
        assertThat(refusal(OF_RIG, "When|depth [m]|rop [m/h]", "2009-07-03T18:04:32Z|1|9", "2009-07-03T18:04:33Z|2|9"))
                .hasMessageContaining("no column holds the times")
                .extracting(failure -> failure.problems().get(0).remedies())
                .asString()
                .contains("When=timestamp");
        TableOptions started = OF_RIG.withStart(FIRST);
        assertThat(refusal(started, "When|depth [m]|rop [m/h]", "18:04:32|1|9", "18:04:33|2|9"))
                .hasMessageContaining("column 'When': the table has times of its own");
    }

    @Test
    void everyProblemOfAHeadIsReportedAtOnce() {
        TableRefused failure = refusal(
                OF_RIG,
                "Date|Weight on Bit|Torque (stone)|well",
                "03/07/2009 18:04:32|9|9|A",
                "03/07/2009 18:04|9|9|B");

        assertThat(failure.problems())
                .extracting(problem -> problem.text().replaceAll("'.*", ""))
                .hasSize(5);
        assertThat(failure)
                .hasMessageContaining("'Date': '03/07/2009")
                .hasMessageContaining("--zone UTC")
                .hasMessageContaining("'Weight on Bit': has no unit")
                .hasMessageContaining("'stone'")
                .hasMessageContaining("more than one well ('A', 'B')");
    }

    @Test
    void abbreviationsOfZonesAreAskedFor() {
        assertThat(refusal(OF_RIG, "Time|wob [t]", "2009-07-03 18:04:32 CDT|9"))
                .hasMessageContaining("'CDT' in '2009-07-03 18:04:32 CDT' is short for several zones")
                .hasMessageContaining("--zone America/Chicago");
        assertThat(refusal(OF_RIG, "Time (CST)|wob [t]", "2009-07-03 18:04:32|9"))
                .hasMessageContaining("'CST' in 'Time (CST)' is short for several zones")
                .hasMessageNotContaining("UTC");
        assertThat(refusal(OF_RIG.withZone(ZoneId.of("Europe/Oslo")), "Time|wob [t]", "2009-07-03 18:04:32 CDT|9"))
                .hasMessageContaining("no time can be read")
                .hasMessageContaining("not in use in Europe/Oslo");
    }

    private static TableOptions named(String form) {
        return IN_UTC.withLayout(
                new TableLayout(Optional.of(TimeForm.named(form)), Optional.empty(), Optional.empty()));
    }

    private static TableRefused refusal(TableOptions options, String... lines) {
        return catchThrowableOfType(
                TableRefused.class, () -> Tables.open(options, lines).mapping());
    }

    private void read(TableOptions options, String... lines) {
        Tables.open(options, lines).readAll(log);
    }
}
