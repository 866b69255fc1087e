package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Easting;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.Northing;
import derrick.domain.quantity.VerticalDepth;

/**
 * The hole between two stations as minimum curvature has it: part of the circle that goes through both the way the hole
 * goes there (Taylor and Mason 1972, Sawaryn and Thorogood 2005).
 */
record Arc(SurveyStation from, SurveyStation to) {
    /** Below it the first terms of the series are exact to the last digit, and the ratio has none left. */
    private static final double SMALL_RADIANS = 1e-3;

    Arc {
        if (!to.depth().isDeeperThan(from.depth())) {
            throw new IllegalArgumentException("stations must go deeper: %s m comes after %s m"
                    .formatted(to.depth().metres(), from.depth().metres()));
        }
        if (turn(from, to) > Math.PI - SMALL_RADIANS) {
            throw new IllegalArgumentException("the hole must not turn back on itself between %s m and %s m"
                    .formatted(from.depth().metres(), to.depth().metres()));
        }
    }

    double metres() {
        return to.depth().metresBelow(from.depth());
    }

    /** The angle between the two directions, in radians: the dogleg. */
    double turn() {
        return turn(from, to);
    }

    DoglegSeverity severity() {
        return DoglegSeverity.of(Math.toDegrees(turn()), metres());
    }

    /** How much longer the way along the two directions is than the chord of the arc. */
    double ratio() {
        double turn = turn();
        return turn < SMALL_RADIANS ? 1 + turn * turn / 12 : 2 / turn * Math.tan(turn / 2);
    }

    /** Where the arc ends if it starts at a position. */
    Position end(Position start) {
        HoleDirection above = HoleDirection.at(from);
        HoleDirection below = HoleDirection.at(to);
        double half = metres() / 2 * ratio();
        return new Position(
                new VerticalDepth(start.depth().metres() + half * (above.down() + below.down())),
                new Northing(start.northing().metres() + half * (above.north() + below.north())),
                new Easting(start.easting().metres() + half * (above.east() + below.east())));
    }

    /** The way the hole goes at a depth in between, as if it had been surveyed there. */
    SurveyStation at(MeasuredDepth depth) {
        double share = depth.metresBelow(from.depth()) / metres();
        double turn = turn();
        HoleDirection heading = turn < Double.MIN_NORMAL
                ? HoleDirection.at(to)
                : HoleDirection.mixed(
                        Math.sin((1 - share) * turn),
                        HoleDirection.at(from),
                        Math.sin(share * turn),
                        HoleDirection.at(to));
        return new SurveyStation(depth, heading.inclination(), heading.azimuth());
    }

    /** From half the sine, since the cosine of a small angle has lost it. */
    private static double turn(SurveyStation from, SurveyStation to) {
        double leaning =
                Math.sin((to.inclination().radians() - from.inclination().radians()) / 2);
        double turning = Math.sin((to.azimuth().radians() - from.azimuth().radians()) / 2);
        double square = leaning * leaning
                + Math.sin(from.inclination().radians())
                        * Math.sin(to.inclination().radians())
                        * turning
                        * turning;
        return 2 * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
