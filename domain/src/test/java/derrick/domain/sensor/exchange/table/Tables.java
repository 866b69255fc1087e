package derrick.domain.sensor.exchange.table;

import derrick.domain.rig.RigId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Small tables for tests: cells are parted by bars, so that none has to be quoted. */
final class Tables {
    static final TableOptions OF_RIG = TableOptions.NONE.withRig(new RigId("F-9A"));

    private Tables() {}

    static SensorTable open(TableOptions options, String... lines) {
        return SensorTable.open(lines(lines), options);
    }

    private static Iterator<TableLine> lines(String... lines) {
        List<TableLine> taken = new ArrayList<>();
        for (String line : lines) {
            taken.add(new TableLine(taken.size() + 1, List.of(line.split("\\|", -1))));
        }
        return taken.iterator();
    }
}
