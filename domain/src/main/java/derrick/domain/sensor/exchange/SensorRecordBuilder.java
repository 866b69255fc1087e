package derrick.domain.sensor.exchange;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.time.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row on its way to becoming a record. It takes the row's fields in any order and remembers the first that is wrong;
 * then it is handed to a handler as one or the other.
 */
public final class SensorRecordBuilder {
    private final long row;
    private final Optional<RigId> expectedRig;
    private final Readings.Builder readings = new Readings.Builder();
    private boolean hasReading;
    private TimeSource timeSource = TimeSource.MEASURED;
    private SensorStatus status = SensorStatus.NORMAL;
    private Optional<RigId> rig = Optional.empty();
    private Optional<Instant> time = Optional.empty();
    private Optional<Reject> fault = Optional.empty();

    /**
     * @param row where the row stands, counted as in {@link Reject}
     * @param expectedRig the rig whose document it is, if that is known: the row is its, unless it names another, which
     *     is a fault
     */
    public SensorRecordBuilder(long row, Optional<RigId> expectedRig) {
        this.row = row;
        this.expectedRig = expectedRig;
    }

    /** Where the row stands. */
    public long row() {
        return row;
    }

    public void rig(String text) {
        rig = checked(FieldName.RIG, () -> new RigId(text));
        if (rig.isPresent() && expectedRig.isPresent() && !rig.equals(expectedRig)) {
            fault(FieldName.RIG, "is '%s', but the document is said to be of '%s'".formatted(text, expectedRig.get()));
        }
    }

    /** Takes a time that carries its offset. */
    public void time(String text) {
        time(FieldName.TIME, () -> Rfc3339.parse(text));
    }

    /**
     * Takes the time that a document's own way of writing it yields.
     *
     * @param field the name by which the document knows it
     * @param read reads it, or fails with a message that says what is right
     */
    public void time(String field, Supplier<Instant> read) {
        time = checked(field, () -> SensorRecord.requireTime(read.get()));
    }

    /** Takes a time that was worked out, and says so in the record. */
    public void derivedTime(Instant derived) {
        time = checked(FieldName.TIME, () -> SensorRecord.requireTime(derived));
        timeSource = TimeSource.DERIVED;
    }

    public void timeSource(String word) {
        TimeSource.named(word)
                .ifPresentOrElse(
                        source -> timeSource = source,
                        () -> fault(FieldName.TIME_SOURCE, "must be 'measured' or 'derived'"));
    }

    public void status(String text) {
        checked(FieldName.STATUS, () -> new SensorStatus(text)).ifPresent(valid -> status = valid);
    }

    /** Takes a channel's value in its stored unit. */
    public void reading(Channel channel, double value) {
        try {
            readings.set(channel, value);
            hasReading = true;
        } catch (IllegalArgumentException wrong) {
            fault(channel.key(), String.valueOf(wrong.getMessage()));
        }
    }

    /** Remembers that a field is wrong, unless one was wrong before. */
    public void fault(String field, String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Reject(row, field, reason));
        }
    }

    /** Hands the row over: as a record if all of it was right, else with the first thing that was not. */
    public void finish(RowHandler handler) {
        Optional<RigId> owner = rig.or(() -> expectedRig);
        if (owner.isEmpty()) {
            fault(FieldName.RIG, "is missing");
        }
        if (time.isEmpty()) {
            fault(FieldName.TIME, "is missing");
        }
        if (!hasReading) {
            fault(FieldName.CHANNELS, "no channel has a value");
        }
        fault.ifPresentOrElse(
                handler::rejected,
                () -> handler.accepted(
                        row,
                        new SensorRecord(
                                owner.orElseThrow(), time.orElseThrow(), timeSource, readings.build(), status)));
    }

    private <T> Optional<T> checked(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException wrong) {
            fault(field, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
