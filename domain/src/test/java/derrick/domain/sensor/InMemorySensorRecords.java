package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sensor records in memory, for tests. Thread-safe. */
public final class InMemorySensorRecords implements SensorRecords {
    private final NavigableMap<Key, SensorRecord> stored = new TreeMap<>();

    @Override
    public synchronized List<IngestOutcome> store(List<SensorRecord> records) {
        return storeAll(List.copyOf(records), stored);
    }

    @Override
    public synchronized List<IngestOutcome> preview(List<SensorRecord> records) {
        return storeAll(records, new TreeMap<>(stored));
    }

    @Override
    public List<SensorRecord> list(TimeRange range, int limit) {
        return in(range).stream().limit(limit).toList();
    }

    @Override
    public void forEach(TimeRange range, Consumer<SensorRecord> consumer) {
        in(range).forEach(consumer);
    }

    @Override
    public synchronized Optional<SensorRecord> findLatest(RigId rig) {
        List<SensorRecord> all = in(TimeRange.whole(rig));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public synchronized List<SensorRecord> listLatest(Optional<RigId> after, int limit) {
        TreeMap<String, SensorRecord> latest = new TreeMap<>();
        stored.values().forEach(record -> latest.put(record.rig().value(), record));
        return latest.tailMap(after.map(RigId::value).orElse(""), false).values().stream()
                .limit(limit)
                .toList();
    }

    private synchronized List<SensorRecord> in(TimeRange range) {
        NavigableMap<Key, SensorRecord> inside =
                stored.subMap(new Key(range.rig(), range.from()), true, new Key(range.rig(), range.to()), false);
        return List.copyOf(inside.values());
    }

    private static List<IngestOutcome> storeAll(List<SensorRecord> records, Map<Key, SensorRecord> stored) {
        return records.stream()
                .map(record -> outcome(record, Optional.ofNullable(stored.putIfAbsent(Key.of(record), record))))
                .toList();
    }

    private static IngestOutcome outcome(SensorRecord record, Optional<SensorRecord> existing) {
        return existing.map(other -> other.equals(record) ? IngestOutcome.DUPLICATE : IngestOutcome.CONFLICT)
                .orElse(IngestOutcome.STORED);
    }

    private record Key(RigId rig, Instant time) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing((Key key) -> key.rig().value()).thenComparing(Key::time);

        static Key of(SensorRecord record) {
            return new Key(record.rig(), record.time());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
