package derrick.domain.well.trajectory;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;

/** Which way the hole goes at a place, as an arrow one long: its parts to the north, to the east and down. */
record HoleDirection(double north, double east, double down) {
    static HoleDirection at(SurveyStation station) {
        double lean = Math.sin(station.inclination().radians());
        return new HoleDirection(
                lean * Math.cos(station.azimuth().radians()),
                lean * Math.sin(station.azimuth().radians()),
                Math.cos(station.inclination().radians()));
    }

    /** A mix of two arrows, one long again. */
    static HoleDirection mixed(double share, HoleDirection one, double otherShare, HoleDirection other) {
        double north = share * one.north + otherShare * other.north;
        double east = share * one.east + otherShare * other.east;
        double down = share * one.down + otherShare * other.down;
        double length = Math.hypot(Math.hypot(north, east), down);
        return new HoleDirection(north / length, east / length, down / length);
    }

    /** By the tangent, since the cosine tells nothing of a hole that is nearly vertical. */
    Inclination inclination() {
        return new Inclination(Math.toDegrees(Math.atan2(Math.hypot(north, east), down)));
    }

    /** North where the hole is vertical. */
    Azimuth azimuth() {
        return Azimuth.ofAngle(Math.toDegrees(Math.atan2(east, north)));
    }
}
