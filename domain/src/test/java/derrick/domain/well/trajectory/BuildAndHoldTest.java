package derrick.domain.well.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.field.InvalidField;
import derrick.domain.quantity.DoglegSeverity;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.well.trajectory.Trajectory.TrajectoryPoint;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class BuildAndHoldTest {
    private static final Offset<Double> TENTH_OF_A_MILLIMETRE = within(0.5e-4);

    @Test
    void aBuildOfThreeDegreesTo45HasThePublishedValues() {
        BuildAndHold plan = plan(500, 3, 45, 2500);

        Trajectory trajectory = plan.trajectory();

        assertThat(plan.radiusMetres()).isEqualTo(572.9578, TENTH_OF_A_MILLIMETRE);
        assertThat(trajectory.points())
                .extracting(point -> point.station().depth().metres())
                .containsExactly(0.0, 500.0, 950.0, 2500.0);
        Position endOfBuild = trajectory.points().get(2).position();
        assertThat(endOfBuild.depth().metres()).isEqualTo(905.1423, TENTH_OF_A_MILLIMETRE);
        assertThat(endOfBuild.displacementMetres()).isEqualTo(167.8155, TENTH_OF_A_MILLIMETRE);
        assertThat(trajectory.last().position().depth().metres()).isEqualTo(2001.1579, TENTH_OF_A_MILLIMETRE);
        assertThat(trajectory.last().position().displacementMetres()).isEqualTo(1263.8310, TENTH_OF_A_MILLIMETRE);
    }

    @Test
    void theDoglegSeverityIsConstantInTheBuildSectionAndZeroElsewhere() {
        Trajectory trajectory = plan(500, 3, 45, 2500).trajectory();

        assertThat(trajectory.at(new MeasuredDepth(499)).dogleg().degreesPer30Metres())
                .isZero();
        assertThat(trajectory.at(new MeasuredDepth(600)).dogleg().degreesPer30Metres())
                .isEqualTo(3, within(1e-9));
        assertThat(trajectory.at(new MeasuredDepth(600)).station().inclination().degrees())
                .isEqualTo(10, within(1e-9));
        assertThat(trajectory.at(new MeasuredDepth(2000)).dogleg().degreesPer30Metres())
                .isEqualTo(0, within(1e-9));
        assertThat(trajectory
                        .at(new MeasuredDepth(2000))
                        .station()
                        .inclination()
                        .degrees())
                .isEqualTo(45, within(1e-9));
    }

    @Test
    void aHoleThatEndsInTheBuildSectionHasALowerInclination() {
        TrajectoryPoint end = plan(500, 3, 45, 600).trajectory().last();

        assertThat(end.station().inclination().degrees()).isEqualTo(10);
        assertThat(end.station().depth().metres()).isEqualTo(600);
    }

    @Test
    void withoutABuildRateTheHoleIsVertical() {
        assertThat(plan(500, 0, 45, 1000).trajectory().last().position())
                .isEqualTo(plan(500, 3, 0, 1000).trajectory().last().position());
        assertThat(plan(500, 0, 45, 1000).trajectory().last().position().depth().metres())
                .isEqualTo(1000);
        assertThat(plan(500, 0, 45, 1000).radiusMetres()).isInfinite();
    }

    @Test
    void theKickOffPointMayBeAtTheRigOrAtTotalDepth() {
        assertThat(plan(0, 3, 45, 2500).trajectory().points()).hasSize(3);
        assertThat(plan(1000, 3, 45, 1000)
                        .trajectory()
                        .last()
                        .position()
                        .depth()
                        .metres())
                .isEqualTo(1000);
        assertThat(plan(0, 3, 45, 0).trajectory().points()).hasSize(1);
    }

    @Test
    void aKickOffPointBelowTotalDepthIsRefused() {
        assertThatThrownBy(() -> plan(1001, 3, 45, 1000))
                .isInstanceOf(InvalidField.class)
                .hasMessage("kick_off_point must not be more than total_depth (1000.0 m)");
    }

    private static BuildAndHold plan(double kickOff, double buildRate, double inclination, double total) {
        return new BuildAndHold(
                new MeasuredDepth(kickOff),
                new DoglegSeverity(buildRate),
                new Inclination(inclination),
                new MeasuredDepth(total));
    }
}
