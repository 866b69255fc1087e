package derrick.domain.well.trajectory;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;

/** Which way the hole goes at a place, as an arrow one long: its parts to the north, to the east and down. */
record Heading(double north, double east, double down) {
    static Heading at(SurveyStation station) {
        double lean = Math.sin(station.inclination().radians());
        return new Heading(
                lean * Math.cos(station.azimuth().radians()),
                lean * Math.sin(station.azimuth().radians()),
                Math.cos(station.inclination().radians()));
    }

    /** A mix of two arrows, one long again. */
    static Heading mixed(double share, Heading one, double otherShare, Heading other) {
        double north = share * one.north + otherShare * other.north;
        double east = share * one.east + otherShare * other.east;
        double down = share * one.down + otherShare * other.down;
        double length = Math.hypot(Math.hypot(north, east), down);
        return new Heading(north / length, east / length, down / length);
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
