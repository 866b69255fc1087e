package derrick.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.simulation.Position;
import derrick.domain.simulation.RigPlan;
import derrick.domain.simulation.RigSimulator;
import derrick.domain.time.Rfc3339;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulated rig and what it still has to report. It goes on where its last record left it, even after a restart. */
final class FedRig {
    private static final int MOST_RECORDS_A_REQUEST = 3_600;

    private final RigPlan plan;
    private final IngestClient client;
    private final List<SensorRecord> toSend = new ArrayList<>();
    private Optional<RigSimulator> simulator = Optional.empty();

    FedRig(RigPlan plan, IngestClient client) {
        this.plan = plan;
        this.client = client;
    }

    /**
     * Reports all that happened up to now. What could not be sent is kept and sent the next time; the rig works on only
     * then, so that no more than one request is ever kept.
     */
    void reportUpTo(Instant now, Instant begin) throws IOException, InterruptedException {
        if (simulator.isEmpty()) {
            simulator = Optional.of(resume(begin));
        }
        RigSimulator rig = simulator.get();
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

    private RigSimulator resume(Instant begin) throws IOException, InterruptedException {
        Optional<JsonNode> latest = client.findLatest(plan.rig());
        Instant next = latest.map(record ->
                        Rfc3339.parse(record.get("timestamp").textValue()).plusSeconds(1))
                .filter(time -> time.isAfter(begin))
                .orElse(begin);
        return new RigSimulator(plan, next, latest.flatMap(FedRig::position).orElse(plan.start()));
    }

    /** Where the rig stood, unless a sensor was silent just then. */
    private static Optional<Position> position(JsonNode record) {
        JsonNode hole = record.get("depth");
        JsonNode bit = record.get("bit_depth");
        JsonNode block = record.get("block_position");
        return hole.isNumber() && bit.isNumber() && block.isNumber()
                ? Optional.of(new Position(hole.doubleValue(), bit.doubleValue(), block.doubleValue()))
                : Optional.empty();
    }
}
