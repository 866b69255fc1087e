package derrick.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.simulation.RigPlan;
import derrick.domain.simulation.RigSimulator;
import derrick.domain.simulation.StringPosition;
import derrick.domain.time.Rfc3339;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulated rig and its records that are not sent yet. It goes on where its last record left it, even after a
 * restart.
 */
final class RigFeed {
    private static final int MOST_RECORDS_A_REQUEST = 3_600;

    private final RigPlan plan;
    private final IngestClient client;
    private final List<SensorRecord> toSend = new ArrayList<>();
    private Optional<Shift> shift = Optional.empty();

    /** A rig at work, and the time of its first record. */
    private record Shift(RigSimulator rig, Instant first) {}

    RigFeed(RigPlan plan, IngestClient client) {
        this.plan = plan;
        this.client = client;
    }

    /**
     * Reports all that happened up to now. What could not be sent is kept and sent the next time; the rig works on only
     * then, so that no more than one request is ever kept.
     */
    void report(AcceleratedClock time) throws IOException, InterruptedException {
        if (shift.isEmpty()) {
            shift = Optional.of(resume(time.begin()));
        }
        RigSimulator rig = shift.get().rig();
        Instant now = time.now(shift.get().first());
        do {
            while (toSend.size() < MOST_RECORDS_A_REQUEST && !rig.time().isAfter(now)) {
                toSend.add(rig.next().record());
            }
            if (!toSend.isEmpty()) {
                client.send(toSend);
                toSend.clear();
            }
        } while (!rig.time().isAfter(now));
    }

    private Shift resume(Instant begin) throws IOException, InterruptedException {
        Optional<JsonNode> latest = client.findLatest(plan.rig());
        Instant first = latest.map(record ->
                        Rfc3339.parse(record.get("timestamp").textValue()).plusSeconds(1))
                .filter(next -> next.isAfter(begin))
                .orElse(begin);
        StringPosition position =
                latest.map(record -> plan.standsAfter(readings(record))).orElse(plan.start());
        return new Shift(new RigSimulator(plan, first, position), first);
    }

    private static Readings readings(JsonNode record) {
        Readings.Builder readings = new Readings.Builder();
        Channel.ALL.stream()
                .filter(channel -> record.path(channel.key()).isNumber())
                .forEach(channel ->
                        readings.set(channel, record.get(channel.key()).doubleValue()));
        return readings.build();
    }
}
