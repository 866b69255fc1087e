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
 * Builds a sensor record from the fields of a row, which are set in any order. The result is a record or, if a field is
 * wrong, a reject with the first wrong field.
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
     * @param row the number of the row, counted as in {@link Reject}
     * @param expectedRig the rig of the document, if known: a row without a rig gets this one, a row of another rig is
     *     rejected
     */
    public SensorRecordBuilder(long row, Optional<RigId> expectedRig) {
        this.row = row;
        this.expectedRig = expectedRig;
    }

    /** Returns the number of the row. */
    public long row() {
        return row;
    }

    public void rig(String text) {
        rig = checked(FieldName.RIG, () -> new RigId(text));
        if (rig.isPresent() && expectedRig.isPresent() && !rig.equals(expectedRig)) {
            fault(FieldName.RIG, "is '%s', but the document is said to be of '%s'".formatted(text, expectedRig.get()));
        }
    }

    /** Sets a time that has an offset. */
    public void time(String text) {
        time(FieldName.TIME, () -> Rfc3339.parse(text));
    }

    /**
     * Sets a time that is written in a document's own form.
     *
     * @param field the name of the time's column
     * @param read returns the time, or throws IllegalArgumentException with a message for the user
     */
    public void time(String field, Supplier<Instant> read) {
        time = checked(field, () -> SensorRecord.requireTime(read.get()));
    }

    /** Sets a time that was computed, and marks the record as derived. */
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

    /** Sets a channel's value, in the channel's unit. */
    public void reading(Channel channel, double value) {
        try {
            readings.set(channel, value);
            hasReading = true;
        } catch (IllegalArgumentException wrong) {
            fault(channel.key(), String.valueOf(wrong.getMessage()));
        }
    }

    /** Marks a field as wrong, unless another one is already. */
    public void fault(String field, String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Reject(row, field, reason));
        }
    }

    /** Passes the record to the handler or, if a field is wrong, the reject. */
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
