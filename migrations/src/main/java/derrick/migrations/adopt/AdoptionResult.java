package derrick.migrations.adopt;

import derrick.migrations.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * The result of an adoption.
 *
 * @param anew whether it was done now; else the database had been ours before
 * @param revision where the database stands
 * @param timeZone the zone of the times that were written without one, if somebody has named it
 * @param kept tables that are none of ours, and stay as they are
 * @param withoutZone tables that have rows with such times, which the next upgrade reads
 */
public record AdoptionResult(
        boolean anew, Revision revision, Optional<String> timeZone, List<String> kept, List<String> withoutZone) {
    public AdoptionResult {
        kept = List.copyOf(kept);
        withoutZone = List.copyOf(withoutZone);
    }

    /** Whether an upgrade will ask for the time zone. */
    public boolean needsTimeZone() {
        return timeZone.isEmpty() && !withoutZone.isEmpty();
    }
}
