package derrick.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import derrick.api.ServedApi;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.simulation.DemoRigs;
import derrick.domain.simulation.RigPlan;
import derrick.domain.simulation.RigSimulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFeederTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final ServedApi API = ServedApi.create();

    private final IngestClient client = new IngestClient(API.http());

    @Test
    void aRigReportsEachSecondOnceAndContinuesAfterARestart() throws Exception {
        RigPlan plan = new RigPlan(new RigId("restarted"), 7, DemoRigs.ALPHA.start(), 4, 8);

        TestClock clock = new TestClock(NOON);
        AcceleratedClock time = new AcceleratedClock(clock, 1);
        clock.now = NOON.plusSeconds(59);
        new RigFeed(plan, client).report(time);
        double depthBefore = latest(plan).get("depth").doubleValue();
        clock.now = NOON.plusSeconds(119);
        new RigFeed(plan, client).report(time);

        List<String> times = API.get("/api/v1/sensor-data?rig_id=" + plan.rig() + "&to=2026-03-02T00:00:00Z")
                .body()
                .get("records")
                .findValuesAsText("timestamp");
        assertThat(times).hasSize(120).startsWith("2026-03-01T12:00:00Z").endsWith("2026-03-01T12:01:59Z");
        assertThat(latest(plan).get("depth").doubleValue()).isGreaterThanOrEqualTo(depthBefore);
        assertThat(depthBefore).isGreaterThan(plan.start().hole());
    }

    @Test
    void bothRigsReportUntilTheFeederIsClosed() throws Exception {
        try (DemoFeeder feeder = new DemoFeeder(API.http(), 1e6, Clock.systemUTC())) {
            feeder.start();
            Instant deadline = Instant.now().plusSeconds(60);
            while (ratio(latestOfAll()) < 1 && Instant.now().isBefore(deadline)) {
                Thread.onSpinWait();
            }
        }

        List<String> afterwards = latestOfAll();
        assertThat(ratio(afterwards)).isEqualTo(1);
        assertThat(latestOfAll()).isEqualTo(afterwards);
    }

    @Test
    void fasterRigsBeginInThePastAndStopAtTheRealTime() {
        TestClock clock = new TestClock(NOON);
        AcceleratedClock time = new AcceleratedClock(clock, 100);

        assertThat(time.now(time.begin())).isEqualTo(time.begin()).isEqualTo(NOON.minus(Duration.ofHours(8)));
        clock.now = NOON.plusSeconds(60);
        assertThat(time.now(time.begin())).isEqualTo(time.begin().plusSeconds(6000));
        clock.now = NOON.plus(Duration.ofHours(1));
        assertThat(time.now(time.begin())).isEqualTo(clock.now);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 10, 60, 3600})
    void fasterRigsReachTheRealTimeWithinMinutes(double speed) {
        TestClock clock = new TestClock(NOON);
        AcceleratedClock time = new AcceleratedClock(clock, speed);

        assertThat(time.begin()).isBefore(NOON);
        clock.now = NOON.plus(Duration.ofMinutes(9));
        assertThat(time.now(time.begin())).isEqualTo(clock.now);
    }

    @Test
    void aFastRigWithARecentRecordReportsAtOnceAfterARestart() throws Exception {
        RigPlan plan = new RigPlan(new RigId("fast"), 7, DemoRigs.ALPHA.start(), 4, 8);
        TestClock clock = new TestClock(NOON);
        AcceleratedClock time = new AcceleratedClock(clock, 1);
        new RigFeed(plan, client).report(time);

        clock.now = NOON.plusSeconds(10);
        time = new AcceleratedClock(clock, 5);
        clock.now = NOON.plusSeconds(11);
        new RigFeed(plan, client).report(time);

        assertThat(Instant.parse(latest(plan).get("timestamp").textValue())).isEqualTo(NOON.plusSeconds(6));
    }

    @Test
    void recordsThatCouldNotBeSentAreSentLater() throws Exception {
        RigPlan plan = new RigPlan(new RigId("cut-off"), 7, DemoRigs.ALPHA.start(), 4, 8);
        TestClock clock = new TestClock(NOON);
        AcceleratedClock time = new AcceleratedClock(clock, 1);
        try (Connection connection = API.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            RigFeed rig = new RigFeed(plan, client);
            rig.report(time);
            statement.execute("ALTER TABLE sensor_data RENAME TO sensor_data_renamed");
            clock.now = NOON.plusSeconds(30);
            assertThatThrownBy(() -> rig.report(time)).isInstanceOf(IOException.class);
            clock.now = NOON.plusSeconds(40);
            assertThatThrownBy(() -> rig.report(time)).isInstanceOf(IOException.class);
            statement.execute("ALTER TABLE sensor_data_renamed RENAME TO sensor_data");
            rig.report(time);
        }

        RigSimulator uninterrupted = new RigSimulator(plan, NOON, plan.start());
        List<Double> expected = Stream.generate(
                        () -> uninterrupted.next().record().readings().get(Channel.BIT_DEPTH))
                .limit(41)
                .map(OptionalDouble::getAsDouble)
                .toList();
        assertThat(API.get("/api/v1/sensor-data?rig_id=" + plan.rig() + "&to=2026-03-02T00:00:00Z")
                        .body()
                        .get("records"))
                .extracting(record -> record.get("bit_depth").doubleValue())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void atSpeed1RigsBeginNow() {
        AcceleratedClock time = new AcceleratedClock(Clock.fixed(NOON.plusMillis(700), ZoneOffset.UTC), 1);

        assertThat(time.begin()).isEqualTo(NOON);
    }

    private JsonNode latest(RigPlan plan) throws Exception {
        return client.findLatest(plan.rig()).orElseThrow();
    }

    /** Returns the latest records of the rigs that reported within the last five minutes. */
    private static List<String> latestOfAll() {
        return StreamSupport.stream(
                        API.get("/api/v1/sensor-data/latest")
                                .body()
                                .get("records")
                                .spliterator(),
                        false)
                .filter(record -> Instant.parse(record.get("timestamp").textValue())
                        .isAfter(Instant.now().minus(Duration.ofMinutes(5))))
                .map(JsonNode::toString)
                .toList();
    }

    private static double ratio(List<String> reporting) {
        return reporting.size() / (double) DemoRigs.all().size();
    }

    private static final class TestClock extends Clock {
        private Instant now;

        TestClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
