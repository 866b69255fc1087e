package derrick.domain.well;

import derrick.domain.rig.RigId;

/** A session was to be opened on a rig that is in one. */
public final class RigAtWork extends RuntimeException {
    public RigAtWork(RigId rig) {
        super("rig %s has an open drilling session; it must be completed or cancelled first".formatted(rig));
    }
}
