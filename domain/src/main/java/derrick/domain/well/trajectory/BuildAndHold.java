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
 * the target. It lies in one plane; which way that looks is not part of it.
 *
 * @param kickOff where the hole begins to bend
 * @param buildRate how sharply it bends; with none it stays vertical
 * @param hold the inclination that it bends up to, if the total depth leaves room for that
 * @param total how deep the whole of it goes
 */
public record BuildAndHold(MeasuredDepth kickOff, DoglegSeverity buildRate, Inclination hold, MeasuredDepth total) {
    /** @throws derrick.domain.field.InvalidField if it kicks off below its end */
    public BuildAndHold {
        Require.that(
                !kickOff.isDeeperThan(total),
                "kick_off_point",
                "must not be more than total_depth (%s m)".formatted(total.metres()));
    }

    /** The trajectory of the plan, drawn due north: its northing is the displacement. */
    public Trajectory trajectory() {
        List<SurveyStation> stations = new ArrayList<>();
        stations.add(station(0, Inclination.VERTICAL));
        add(stations, kickOff.metres(), Inclination.VERTICAL);
        add(stations, endOfBuildMetres(), reached());
        add(stations, total.metres(), reached());
        return Trajectory.through(Position.RIG, stations);
    }

    /** The radius of the bend in metres; infinite where there is none. */
    public double radiusMetres() {
        return buildRate.metresFor(Math.toDegrees(1));
    }

    /** The inclination at the end: less than is wanted where the hole ends before it is there. */
    private Inclination reached() {
        double most = buildRate.degreesOver(total.metresBelow(kickOff));
        return new Inclination(Math.min(hold.degrees(), most));
    }

    private double endOfBuildMetres() {
        double most = total.metres();
        double degrees = reached().degrees();
        return degrees == 0 ? kickOff.metres() : Math.min(most, kickOff.metres() + buildRate.metresFor(degrees));
    }

    /** A station where the last one is not deep enough already: a stretch that the plan has none of is left out. */
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
