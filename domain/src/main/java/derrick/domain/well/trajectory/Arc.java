package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Easting;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.Northing;
import derrick.domain.quantity.VerticalDepth;

/**
 * The arc between two survey stations by the minimum curvature method: part of the circle that is tangent to the hole
 * at both (Taylor and Mason 1972, Sawaryn and Thorogood 2005).
 */
record Arc(SurveyStation from, SurveyStation to) {
    /** Below this angle the series 1 + β²/12 is exact in double precision, while 2/β·tan(β/2) loses digits. */
    private static final double SMALL_RADIANS = 1e-3;

    Arc {
        if (!to.depth().isDeeperThan(from.depth())) {
            throw new IllegalArgumentException("station depths must increase: %s m comes after %s m"
                    .formatted(to.depth().metres(), from.depth().metres()));
        }
        if (doglegRadians(from, to) > Math.PI - SMALL_RADIANS) {
            throw new IllegalArgumentException("the hole must not turn by 180 degrees between %s m and %s m"
                    .formatted(from.depth().metres(), to.depth().metres()));
        }
    }

    double metres() {
        return to.depth().metresBelow(from.depth());
    }

    /** Returns the dogleg β, the angle between the two directions, in radians. */
    double doglegRadians() {
        return doglegRadians(from, to);
    }

    DoglegSeverity severity() {
        return DoglegSeverity.of(Math.toDegrees(doglegRadians()), metres());
    }

    /** Returns the ratio factor 2/β·tan(β/2). */
    double ratioFactor() {
        double dogleg = doglegRadians();
        return dogleg < SMALL_RADIANS ? 1 + dogleg * dogleg / 12 : 2 / dogleg * Math.tan(dogleg / 2);
    }

    /** Returns the position of the lower station, given that of the upper one. */
    Position end(Position start) {
        HoleDirection above = HoleDirection.at(from);
        HoleDirection below = HoleDirection.at(to);
        double half = metres() / 2 * ratioFactor();
        return new Position(
                new VerticalDepth(start.depth().metres() + half * (above.down() + below.down())),
                new Northing(start.northing().metres() + half * (above.north() + below.north())),
                new Easting(start.easting().metres() + half * (above.east() + below.east())));
    }

    /** Returns the interpolated station at a depth on the arc. */
    SurveyStation at(MeasuredDepth depth) {
        double fraction = depth.metresBelow(from.depth()) / metres();
        double dogleg = doglegRadians();
        HoleDirection direction = dogleg < Double.MIN_NORMAL
                ? HoleDirection.at(to)
                : HoleDirection.weightedSum(
                        Math.sin((1 - fraction) * dogleg),
                        HoleDirection.at(from),
                        Math.sin(fraction * dogleg),
                        HoleDirection.at(to));
        return new SurveyStation(depth, direction.inclination(), direction.azimuth());
    }

    /** Uses the haversine form, because the cosine of a small angle loses digits. */
    private static double doglegRadians(SurveyStation from, SurveyStation to) {
        double halfInclinationSine =
                Math.sin((to.inclination().radians() - from.inclination().radians()) / 2);
        double halfAzimuthSine =
                Math.sin((to.azimuth().radians() - from.azimuth().radians()) / 2);
        double haversine = halfInclinationSine * halfInclinationSine
                + Math.sin(from.inclination().radians())
                        * Math.sin(to.inclination().radians())
                        * halfAzimuthSine
                        * halfAzimuthSine;
        return 2 * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
