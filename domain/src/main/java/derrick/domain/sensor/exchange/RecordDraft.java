package derrick.domain.sensor.exchange;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.time.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row on its way to becoming a record. It takes the row's fields in any order and remembers the first that is wrong;
 * then it is handed to a taker as one or the other.
 */
public final class RecordDraft {
    private final long row;
    private final Readings.Builder readings = new Readings.Builder();
    private boolean hasReading;
    private TimeSource timeSource = TimeSource.MEASURED;
    private SensorStatus status = SensorStatus.NORMAL;
    private Optional<RigId> rig = Optional.empty();
    private Optional<Instant> time = Optional.empty();
    private Optional<Reject> fault = Optional.empty();

    /** @param row the row's number in its document, the first is 1 */
    public RecordDraft(long row) {
        this.row = row;
    }

    public void rig(String text) {
        rig = checked("rig_id", () -> new RigId(text));
    }

    public void rig(RigId known) {
        rig = Optional.of(known);
    }

    /** Takes a time that carries its offset. */
    public void time(String text) {
        time = checked("timestamp", () -> SensorRecord.requireTime(Rfc3339.parse(text)));
    }

    public void time(Instant known, TimeSource source) {
        time = checked("timestamp", () -> SensorRecord.requireTime(known));
        timeSource = source;
    }

    public void timeSource(TimeSource source) {
        timeSource = source;
    }

    public void status(String text) {
        checked("status", () -> new SensorStatus(text)).ifPresent(valid -> status = valid);
    }

    /** Takes a channel's value in its stored unit. */
    public void reading(Channel channel, double value) {
        checked(channel.key(), () -> readings.set(channel, value)).ifPresent(valid -> hasReading = true);
    }

    /** Remembers that a field is wrong, unless one was wrong before. */
    public void fault(String field, String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Reject(row, field, reason));
        }
    }

    /** Hands the row over: as a record if all of it was right, else with the first thing that was not. */
    public void handTo(RowTaker taker) {
        if (rig.isEmpty()) {
            fault("rig_id", "is missing");
        }
        if (time.isEmpty()) {
            fault("timestamp", "is missing");
        }
        if (!hasReading) {
            fault("channels", "no channel has a value");
        }
        fault.ifPresentOrElse(
                taker::rejected,
                () -> taker.accepted(
                        row,
                        new SensorRecord(rig.orElseThrow(), time.orElseThrow(), timeSource, readings.build(), status)));
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
