package derrick.domain.well.trajectory;

import derrick.domain.quantity.Easting;
import derrick.domain.quantity.Northing;
import derrick.domain.quantity.VerticalDepth;

/** Where a place in the hole is, seen from the rig. */
public record Position(VerticalDepth depth, Northing northing, Easting easting) {
    /** The place where every hole begins. */
    public static final Position RIG = new Position(new VerticalDepth(0), new Northing(0), new Easting(0));

    /** How far to the side of the rig, in whatever direction, in metres. */
    public double displacementMetres() {
        return Math.hypot(northing.metres(), easting.metres());
    }
}
