package derrick.domain.well;

import derrick.domain.rig.RigId;

/** Thrown when a session is opened on a rig that has an open session. */
public final class SessionAlreadyOpen extends RuntimeException {
    public SessionAlreadyOpen(RigId rig) {
        super("rig %s has an open drilling session; complete or cancel it first".formatted(rig));
    }
}
