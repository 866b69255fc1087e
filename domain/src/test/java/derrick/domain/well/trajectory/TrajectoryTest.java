package derrick.domain.well.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.well.trajectory.Trajectory.TrajectoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrajectoryTest {
    private static final Offset<Double> MICROMETRE = within(1e-6);

    @Test
    void thirtyMetresFrom10To13DegreesHaveThePublishedValues() {
        Trajectory trajectory = through(station(1000, 10, 45), station(1030, 13, 50));

        TrajectoryPoint end = trajectory.last();
        assertThat(end.dogleg().degreesPer30Metres()).isEqualTo(3.158545, MICROMETRE);
        assertThat(end.position().northing().metres()).isEqualTo(4.011769, MICROMETRE);
        assertThat(end.position().easting().metres()).isEqualTo(4.427776, MICROMETRE);
        assertThat(end.position().depth().metres()).isEqualTo(29.395112, MICROMETRE);
        Arc arc = new Arc(station(1000, 10, 45), station(1030, 13, 50));
        assertThat(Math.toDegrees(arc.doglegRadians())).isEqualTo(3.158545, MICROMETRE);
        assertThat(arc.ratioFactor()).isEqualTo(1.00025333, within(5e-9));
    }

    @Test
    void doglegSeverityIsPerThirtyMetresForAnyLength() {
        assertThat(through(station(0, 10, 45), station(60, 13, 50))
                        .last()
                        .dogleg()
                        .degreesPer30Metres())
                .isEqualTo(3.158545 / 2, MICROMETRE);
    }

    @Test
    void aVerticalHoleGoesStraightDownForAnyAzimuth() {
        Trajectory trajectory = through(station(0, 0, 0), station(500, 0, 123), station(1000, 0, 321));

        assertThat(trajectory.last().position().depth().metres()).isEqualTo(1000);
        assertThat(trajectory.last().position().displacementMetres()).isZero();
        assertThat(trajectory.last().dogleg().degreesPer30Metres()).isZero();
        assertThat(trajectory.at(new MeasuredDepth(750)).position().depth().metres())
                .isEqualTo(750);
    }

    @Test
    void aHorizontalHoleFollowsItsAzimuth() {
        Trajectory trajectory = through(station(0, 90, 270), station(100, 90, 270));

        assertThat(trajectory.last().position().easting().metres()).isEqualTo(-100, MICROMETRE);
        assertThat(trajectory.last().position().northing().metres()).isEqualTo(0, MICROMETRE);
        assertThat(trajectory.last().position().depth().metres()).isEqualTo(0, MICROMETRE);
    }

    @Test
    void aTurnThroughNorthTakesTheShortWay() {
        Trajectory trajectory = through(station(0, 90, 355), station(30, 90, 5));

        assertThat(trajectory.last().dogleg().degreesPer30Metres()).isEqualTo(10, MICROMETRE);
        assertThat(trajectory.at(new MeasuredDepth(15)).station().azimuth().degrees())
                .satisfiesAnyOf(
                        degrees -> assertThat(degrees).isEqualTo(0, MICROMETRE),
                        degrees -> assertThat(degrees).isEqualTo(360, MICROMETRE));
    }

    @Test
    void anInterpolatedPointLiesOnTheArc() {
        Trajectory quarter = through(station(0, 0, 0), station(Math.PI / 2 * 100, 90, 90));

        TrajectoryPoint middle = quarter.at(new MeasuredDepth(Math.PI / 4 * 100));

        assertThat(middle.station().inclination().degrees()).isEqualTo(45, MICROMETRE);
        assertThat(middle.station().azimuth().degrees()).isEqualTo(90, MICROMETRE);
        assertThat(middle.position().depth().metres()).isEqualTo(100 * Math.sin(Math.PI / 4), MICROMETRE);
        assertThat(middle.position().easting().metres()).isEqualTo(100 * (1 - Math.cos(Math.PI / 4)), MICROMETRE);
        assertThat(middle.dogleg().degreesPer30Metres())
                .isEqualTo(quarter.last().dogleg().degreesPer30Metres(), MICROMETRE);
    }

    @Test
    void thePointAtAStationIsTheStation() {
        Trajectory trajectory = through(station(0, 0, 0), station(30, 5, 10), station(60, 9, 12));

        assertThat(trajectory.points())
                .allSatisfy(point ->
                        assertThat(trajectory.at(point.station().depth())).isEqualTo(point));
        assertThat(trajectory.at(new MeasuredDepth(-0.0))).isEqualTo(trajectory.first());
    }

    /** A station interpolated on the arc changes neither the end nor the dogleg severity. */
    @Test
    void anAdditionalStationOnTheArcChangesNothing() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<SurveyStation> stations = random(random);
            Trajectory trajectory = Trajectory.through(Position.RIG, stations);
            MeasuredDepth depth =
                    new MeasuredDepth(stations.get(stations.size() - 1).depth().metres() * random.nextDouble());
            int next = (int) stations.stream()
                    .filter(station -> !station.depth().isDeeperThan(depth))
                    .count();
            List<SurveyStation> more = new ArrayList<>(stations);
            more.add(next, trajectory.at(depth).station());

            Trajectory same = Trajectory.through(Position.RIG, more);

            Position end = same.last().position();
            Position expected = trajectory.last().position();
            assertThat(end.depth().metres()).isEqualTo(expected.depth().metres(), MICROMETRE);
            assertThat(end.northing().metres()).isEqualTo(expected.northing().metres(), MICROMETRE);
            assertThat(end.easting().metres()).isEqualTo(expected.easting().metres(), MICROMETRE);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {99.9, 200.1})
    void aDepthOutsideTheStationsIsRefused(double depth) {
        Trajectory trajectory = through(station(100, 0, 0), station(200, 0, 0));

        assertThatThrownBy(() -> trajectory.at(new MeasuredDepth(depth)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must lie between the first station at 100.0 m and the last at 200.0 m");
    }

    @Test
    void stationDepthsMustIncrease() {
        assertThatThrownBy(() -> through(station(30, 0, 0), station(30, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("station depths must increase: 30.0 m comes after 30.0 m");
    }

    @Test
    void aTurnBy180DegreesIsRefused() {
        assertThatThrownBy(() -> through(station(0, 90, 0), station(30, 90, 180)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the hole must not turn by 180 degrees between 0.0 m and 30.0 m");
    }

    @Test
    void aTrajectoryNeedsAStation() {
        assertThatThrownBy(() -> through())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must have 1 to 100000 stations, not 0");
    }

    private static List<SurveyStation> random(Random random) {
        List<SurveyStation> stations = new ArrayList<>(List.of(station(0, 0, 0)));
        double metres = 0;
        for (int i = 0; i < 20; i++) {
            metres += 1 + 50 * random.nextDouble();
            stations.add(station(metres, 100 * random.nextDouble(), 360 * random.nextDouble()));
        }
        return stations;
    }

    private static Trajectory through(SurveyStation... stations) {
        return Trajectory.through(Position.RIG, List.of(stations));
    }

    private static SurveyStation station(double metres, double inclination, double azimuth) {
        return new SurveyStation(new MeasuredDepth(metres), new Inclination(inclination), new Azimuth(azimuth));
    }
}
