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
 * A simulated rig and its records that are not sent yet. It continues from its latest stored record, also after a
 * restart.
 */
final class RigFeed {
    private static final int RECORDS_PER_REQUEST_MAX = 3_600;

    private final RigPlan plan;
    private final IngestClient client;
    private final List<SensorRecord> toSend = new ArrayList<>();
    private Optional<Simulation> simulation = Optional.empty();

    /** The simulator, and the time of its first record. */
    private record Simulation(RigSimulator rig, Instant first) {}

    RigFeed(RigPlan plan, IngestClient client) {
        this.plan = plan;
        this.client = client;
    }

    /**
     * Sends the records up to now. Records that could not be sent are kept for the next call. The rig is simulated
     * further only after they are sent, so at most one request is kept.
     */
    void report(AcceleratedClock time) throws IOException, InterruptedException {
        if (simulation.isEmpty()) {
            simulation = Optional.of(resume(time.begin()));
        }
        RigSimulator rig = simulation.get().rig();
        Instant now = time.now(simulation.get().first());
        do {
            while (toSend.size() < RECORDS_PER_REQUEST_MAX && !rig.time().isAfter(now)) {
                toSend.add(rig.next().record());
            }
            if (!toSend.isEmpty()) {
                client.send(toSend);
                toSend.clear();
            }
        } while (!rig.time().isAfter(now));
    }

    private Simulation resume(Instant begin) throws IOException, InterruptedException {
        Optional<JsonNode> latest = client.findLatest(plan.rig());
        Instant first = latest.map(record ->
                        Rfc3339.parse(record.get("timestamp").textValue()).plusSeconds(1))
                .filter(next -> next.isAfter(begin))
                .orElse(begin);
        StringPosition position =
                latest.map(record -> plan.positionAfter(readings(record))).orElse(plan.start());
        return new Simulation(new RigSimulator(plan, first, position), first);
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
