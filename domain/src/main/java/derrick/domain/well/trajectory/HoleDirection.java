package derrick.domain.well.trajectory;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;

/** The direction of a hole as a unit vector, with components to the north, to the east and down. */
record HoleDirection(double north, double east, double down) {
    static HoleDirection at(SurveyStation station) {
        double horizontal = Math.sin(station.inclination().radians());
        return new HoleDirection(
                horizontal * Math.cos(station.azimuth().radians()),
                horizontal * Math.sin(station.azimuth().radians()),
                Math.cos(station.inclination().radians()));
    }

    /** Returns the normalized weighted sum of two directions. */
    static HoleDirection weightedSum(double weight, HoleDirection one, double otherWeight, HoleDirection other) {
        double north = weight * one.north + otherWeight * other.north;
        double east = weight * one.east + otherWeight * other.east;
        double down = weight * one.down + otherWeight * other.down;
        double length = Math.hypot(Math.hypot(north, east), down);
        return new HoleDirection(north / length, east / length, down / length);
    }

    /** Uses the tangent, because the cosine is inexact in a nearly vertical hole. */
    Inclination inclination() {
        return new Inclination(Math.toDegrees(Math.atan2(Math.hypot(north, east), down)));
    }

    /** Returns the azimuth; north for a vertical hole. */
    Azimuth azimuth() {
        return Azimuth.ofAngle(Math.toDegrees(Math.atan2(east, north)));
    }
}
