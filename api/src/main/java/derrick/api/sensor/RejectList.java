package derrick.api.sensor;

import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.IngestListener;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.Reject;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first rejects of a document, so that the answer stays short. */
final class RejectList implements IngestListener {
    static final int LONGEST = 1_000;

    private final List<Reject> rejects = new ArrayList<>();

    @Override
    public void rejected(Reject reject) {
        if (rejects.size() < LONGEST) {
            rejects.add(reject);
        }
    }

    @Override
    public void conflicted(long row, SensorRecord record) {
        // Conflicts are counted and not listed.
    }

    @Override
    public void committed(IngestCounts soFar) {
        // All of a request is one commit, and the counts at its end are the answer.
    }

    List<Reject> list() {
        return List.copyOf(rejects);
    }
}
