package derrick.domain.well.trajectory;

import derrick.domain.field.Require;
import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import java.util.ArrayList;
import java.util.List;

/**
 * A trajectory that goes straight down to the kick-off point, builds inclination at a constant rate, and holds it to
 * the total depth. It lies in one vertical plane of no particular azimuth.
 *
 * @param kickOff the depth where the build begins
 * @param buildRate the build rate; if zero, the hole is vertical
 * @param hold the inclination to hold; not reached if the total depth is too shallow
 * @param total the total measured depth
 */
public record BuildAndHold(MeasuredDepth kickOff, DoglegSeverity buildRate, Inclination hold, MeasuredDepth total) {
    /** @throws derrick.domain.field.InvalidField if the kick-off point is below the total depth */
    public BuildAndHold {
        Require.that(
                !kickOff.isDeeperThan(total),
                "kick_off_point",
                "must not be more than total_depth (%s m)".formatted(total.metres()));
    }

    /** Returns the trajectory towards north, so that its northing is the displacement. */
    public Trajectory trajectory() {
        List<SurveyStation> stations = new ArrayList<>();
        stations.add(station(0, Inclination.VERTICAL));
        add(stations, kickOff.metres(), Inclination.VERTICAL);
        add(stations, endOfBuildMetres(), finalInclination());
        add(stations, total.metres(), finalInclination());
        return Trajectory.through(Position.RIG, stations);
    }

    /** Returns the radius of the build section in metres; infinite if the build rate is zero. */
    public double radiusMetres() {
        return buildRate.metresFor(Math.toDegrees(1));
    }

    /**
     * Returns the inclination at total depth, which is less than {@code hold} if the hole ends in the build section.
     */
    private Inclination finalInclination() {
        double maxDegrees = buildRate.degreesOver(total.metresBelow(kickOff));
        return new Inclination(Math.min(hold.degrees(), maxDegrees));
    }

    private double endOfBuildMetres() {
        double degrees = finalInclination().degrees();
        return degrees == 0
                ? kickOff.metres()
                : Math.min(total.metres(), kickOff.metres() + buildRate.metresFor(degrees));
    }

    /** Adds a station if it is deeper than the last one; a section of no length is left out. */
    private static void add(List<SurveyStation> stations, double metres, Inclination inclination) {
        SurveyStation next = station(metres, inclination);
        if (next.depth().isDeeperThan(stations.get(stations.size() - 1).depth())) {
            stations.add(next);
        }
    }

    private static SurveyStation station(double metres, Inclination inclination) {
        return new SurveyStation(new MeasuredDepth(metres), inclination, Azimuth.NORTH);
    }
}
