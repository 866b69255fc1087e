package derrick.domain.well;

import derrick.domain.rig.RigId;

/** A session was to be opened on a rig that is in one. */
public final class SessionAlreadyOpen extends RuntimeException {
    public SessionAlreadyOpen(RigId rig) {
        super("rig %s has an open drilling session; it must be completed or cancelled first".formatted(rig));
    }
}
