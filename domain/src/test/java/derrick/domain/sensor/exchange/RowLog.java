package derrick.domain.sensor.exchange;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import java.util.ArrayList;
import java.util.List;

/** Remembers every row it is handed, for tests to look at. */
public final class RowLog implements RowHandler {
    private final List<Long> rows = new ArrayList<>();
    private final List<SensorRecord> records = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    @Override
    public void accepted(long row, SensorRecord record) {
        rows.add(row);
        records.add(record);
    }

    @Override
    public void rejected(Reject reject) {
        rejects.add(reject);
    }

    /** Where the rows stand that became records, in the order of these. */
    public List<Long> rows() {
        return List.copyOf(rows);
    }

    public List<SensorRecord> records() {
        return List.copyOf(records);
    }

    public List<Reject> rejects() {
        return List.copyOf(rejects);
    }
}
