package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.MeasuredDepth;
import java.util.ArrayList;
import java.util.List;

/** The trajectory of a hole, computed from survey stations by the minimum curvature method. */
public final class Trajectory {
    public static final int MAX_STATIONS = 100_000;

    private final List<TrajectoryPoint> points;

    private Trajectory(List<TrajectoryPoint> points) {
        this.points = List.copyOf(points);
    }

    /** A point of a trajectory: its station, its position, and the dogleg severity of the section above it. */
    public record TrajectoryPoint(SurveyStation station, Position position, DoglegSeverity dogleg) {}

    /**
     * Computes the trajectory through survey stations, given the position of the first.
     *
     * @throws IllegalArgumentException if there is no station or too many, their depths do not increase, or the hole
     *     turns by 180° between two; the message says where
     */
    public static Trajectory through(Position start, List<SurveyStation> stations) {
        if (stations.isEmpty() || stations.size() > MAX_STATIONS) {
            throw new IllegalArgumentException(
                    "must have 1 to %d stations, not %d".formatted(MAX_STATIONS, stations.size()));
        }
        List<TrajectoryPoint> points = new ArrayList<>();
        for (SurveyStation station : stations) {
            points.add(
                    points.isEmpty()
                            ? new TrajectoryPoint(station, start, DoglegSeverity.STRAIGHT)
                            : next(points.get(points.size() - 1), station));
        }
        return new Trajectory(points);
    }

    /** Returns a point for each station, shallowest first. */
    public List<TrajectoryPoint> points() {
        return points;
    }

    public TrajectoryPoint first() {
        return points.get(0);
    }

    public TrajectoryPoint last() {
        return points.get(points.size() - 1);
    }

    /**
     * Returns the point at a depth, interpolated along the arc between the stations around it.
     *
     * @throws IllegalArgumentException if the depth is above the first station or below the last
     */
    public TrajectoryPoint at(MeasuredDepth depth) {
        if (first().station().depth().isDeeperThan(depth)
                || depth.isDeeperThan(last().station().depth())) {
            throw new IllegalArgumentException("must lie between the first station at %s m and the last at %s m"
                    .formatted(
                            first().station().depth().metres(),
                            last().station().depth().metres()));
        }
        int below = firstAtOrBelow(depth);
        TrajectoryPoint deeper = points.get(below);
        if (!deeper.station().depth().isDeeperThan(depth)) {
            return deeper;
        }
        TrajectoryPoint upper = points.get(below - 1);
        Arc arc = new Arc(upper.station(), deeper.station());
        return next(upper, arc.at(depth));
    }

    private int firstAtOrBelow(MeasuredDepth depth) {
        int low = 0;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (depth.isDeeperThan(points.get(middle).station().depth())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static TrajectoryPoint next(TrajectoryPoint upper, SurveyStation station) {
        Arc arc = new Arc(upper.station(), station);
        return new TrajectoryPoint(station, arc.end(upper.position()), arc.severity());
    }
}
