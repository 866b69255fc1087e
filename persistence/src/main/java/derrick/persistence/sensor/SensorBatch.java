package derrick.persistence.sensor;

import derrick.domain.sensor.IngestOutcome;
import derrick.domain.sensor.SensorRecord;
import derrick.persistence.store.BinaryCopy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Records on their way into the table, the first of each rig and instant. They go in the order of time, then rig: the
 * one order that all writers keep to, and that COPY keeps too where partitions are cut by time. So writers whose
 * records overlap queue up behind each other, and none waits for one that waits for it.
 */
final class SensorBatch {
    private static final Comparator<SensorRecord> ORDER = Comparator.comparing(SensorRecord::time)
            .thenComparing(record -> record.rig().value());

    private final List<SensorRecord> given;
    private final List<SensorRecord> firsts = new ArrayList<>();

    /** Of each record given, the position of the first one with its key. */
    private final int[] firstOf;

    /** @param given at least one record */
    SensorBatch(List<SensorRecord> given) {
        this.given = given;
        firstOf = new int[given.size()];
        Integer[] sorted = IntStream.range(0, given.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(given::get, ORDER));
        int first = sorted[0];
        for (int position : sorted) {
            if (position == sorted[0] || ORDER.compare(given.get(first), given.get(position)) != 0) {
                first = position;
                firsts.add(given.get(first));
            }
            firstOf[position] = first;
        }
    }

    /** The first of each key, ready to be sent. */
    BinaryCopy rows() {
        BinaryCopy rows = new BinaryCopy();
        firsts.forEach(record -> SensorRecordRow.write(record, rows));
        return rows;
    }

    Instant earliest() {
        return firsts.get(0).time();
    }

    Instant latest() {
        return firsts.get(firsts.size() - 1).time();
    }

    /**
     * What became of each record given, in that order.
     *
     * @param added whether the key of a first was new
     * @param standing what stands at the key of a first now
     */
    List<IngestOutcome> outcomes(Predicate<SensorRecord> added, UnaryOperator<SensorRecord> standing) {
        IngestOutcome[] outcomes = new IngestOutcome[given.size()];
        for (int position = 0; position < outcomes.length; position++) {
            SensorRecord first = given.get(firstOf[position]);
            if (firstOf[position] == position && added.test(first)) {
                outcomes[position] = IngestOutcome.STORED;
            } else {
                boolean same = standing.apply(first).equals(given.get(position));
                outcomes[position] = same ? IngestOutcome.DUPLICATE : IngestOutcome.CONFLICT;
            }
        }
        return List.of(outcomes);
    }
}
