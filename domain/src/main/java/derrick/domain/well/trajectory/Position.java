package derrick.domain.well.trajectory;

import derrick.domain.quantity.Easting;
import derrick.domain.quantity.Northing;
import derrick.domain.quantity.VerticalDepth;

/** A position in the hole relative to the rig. */
public record Position(VerticalDepth depth, Northing northing, Easting easting) {
    /** The position of the rig, where every hole begins. */
    public static final Position RIG = new Position(new VerticalDepth(0), new Northing(0), new Easting(0));

    /** Returns the horizontal distance from the rig in metres. */
    public double displacementMetres() {
        return Math.hypot(northing.metres(), easting.metres());
    }
}
