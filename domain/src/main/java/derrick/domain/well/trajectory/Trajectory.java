package derrick.domain.well.trajectory;

import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.MeasuredDepth;
import java.util.ArrayList;
import java.util.List;

/** The way of a hole through the ground, by minimum curvature through the stations where its direction is known. */
public final class Trajectory {
    /** More stations than any hole was ever surveyed at. */
    public static final int STATIONS_MAX = 100_000;

    private final List<TrajectoryPoint> points;

    private Trajectory(List<TrajectoryPoint> points) {
        this.points = List.copyOf(points);
    }

    /**
     * The trajectory through stations, the first of which lies at a known position.
     *
     * @throws IllegalArgumentException if there is no station or too many, one is not deeper than that before it, or
     *     the hole would turn back on itself; the message says where
     */
    public static Trajectory through(Position start, List<SurveyStation> stations) {
        if (stations.isEmpty() || stations.size() > STATIONS_MAX) {
            throw new IllegalArgumentException(
                    "must have 1 to %d stations, not %d".formatted(STATIONS_MAX, stations.size()));
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

    /** A point for each station, from the shallowest down. */
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
     * The place at a depth, along the arc between the stations about it.
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
        int below = firstNotAbove(depth);
        TrajectoryPoint deeper = points.get(below);
        if (!deeper.station().depth().isDeeperThan(depth)) {
            return deeper;
        }
        TrajectoryPoint upper = points.get(below - 1);
        Arc whole = new Arc(upper.station(), deeper.station());
        return next(upper, whole.at(depth));
    }

    private int firstNotAbove(MeasuredDepth depth) {
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
