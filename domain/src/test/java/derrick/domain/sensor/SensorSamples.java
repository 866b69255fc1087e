package derrick.domain.sensor;

import derrick.domain.rig.RigId;
import derrick.domain.rig.RigSamples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Sensor records for tests. */
public final class SensorSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final double[] EXTREMES = {
        0.0, -0.0, 1.0 / 3, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE
    };
    private static final List<String> STATUSES = List.of("normal", "x", "drilling ahead", "\uD834\uDD1E".repeat(20));

    private SensorSamples() {}

    /** Returns an unused name of a rig; names are returned in ascending order. */
    public static RigId freshRig() {
        return RigSamples.fresh();
    }

    /**
     * Returns seeds for random tests, a new one among them; each is printed, so that a failure can be repeated.
     */
    public static LongStream seeds() {
        return LongStream.of(1, 2, new Random().nextLong()).peek(seed -> System.out.println("seed " + seed));
    }

    /** Returns a record with a hole depth only, in metres. */
    public static SensorRecord depth(RigId rig, Instant time, double depth) {
        return SensorRecord.measured(
                rig, time, new Readings.Builder().set(Channel.DEPTH, depth).build());
    }

    /** Returns records from noon, one a second, with increasing depth. */
    public static List<SensorRecord> deepeningRecords(RigId rig, int count) {
        return IntStream.range(0, count)
                .mapToObj(second -> depth(rig, NOON.plusSeconds(second), 1000 + second))
                .toList();
    }

    /**
     * Returns records with each channel alone and all channels, extreme values and times, each time source and several
     * statuses.
     */
    public static List<SensorRecord> everyKind(RigId rig) {
        List<SensorRecord> kinds = new ArrayList<>();
        Instant time = NOON;
        Readings.Builder all = new Readings.Builder();
        for (Channel channel : Channel.values()) {
            time = time.plusSeconds(1);
            all.set(channel, 1.5);
            kinds.add(SensorRecord.measured(
                    rig, time, new Readings.Builder().set(channel, 2.5).build()));
        }
        for (double extreme : EXTREMES) {
            time = time.plusSeconds(1);
            kinds.add(depth(rig, time, extreme));
        }
        for (TimeSource source : TimeSource.values()) {
            time = time.plusSeconds(1);
            kinds.add(new SensorRecord(rig, time, source, all.build(), SensorStatus.NORMAL));
        }
        for (String status : STATUSES) {
            time = time.plusSeconds(1);
            kinds.add(new SensorRecord(rig, time, TimeSource.MEASURED, all.build(), new SensorStatus(status)));
        }
        kinds.add(depth(rig, SensorRecord.EARLIEST, 1));
        kinds.add(depth(rig, SensorRecord.END.minus(1, ChronoUnit.MICROS), 2));
        kinds.add(depth(rig, Instant.parse("1999-12-31T23:59:59.999999Z"), 3));
        kinds.add(depth(rig, NOON.plus(1, ChronoUnit.MICROS), 4));
        return kinds;
    }

    /** Returns random records of a rig at different times, with random bits as values and random gaps. */
    public static List<SensorRecord> random(long seed, RigId rig, int count) {
        Random random = new Random(seed);
        List<SensorRecord> records = new ArrayList<>();
        Instant time = NOON;
        while (records.size() < count) {
            time = time.plus(1 + random.nextInt(100_000_000), ChronoUnit.MICROS);
            records.add(random(random, rig, time));
        }
        return records;
    }

    private static SensorRecord random(Random random, RigId rig, Instant time) {
        Readings.Builder readings = new Readings.Builder().set(Channel.BIT_DEPTH, random.nextGaussian());
        for (Channel channel : Channel.values()) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (random.nextBoolean() && Double.isFinite(value)) {
                readings.set(channel, value);
            }
        }
        TimeSource source = random.nextBoolean() ? TimeSource.MEASURED : TimeSource.DERIVED;
        SensorStatus status = new SensorStatus(STATUSES.get(random.nextInt(STATUSES.size())));
        return new SensorRecord(rig, time, source, readings.build(), status);
    }

    /** Returns a time range in seconds after noon. */
    public static TimeRange secondsFromNoon(RigId rig, long from, long to) {
        return new TimeRange(rig, NOON.plusSeconds(from), NOON.plusSeconds(to));
    }
}
