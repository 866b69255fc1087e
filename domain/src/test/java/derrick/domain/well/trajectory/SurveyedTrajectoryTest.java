package derrick.domain.well.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import derrick.domain.quantity.Azimuth;
import derrick.domain.quantity.Inclination;
import derrick.domain.quantity.MeasuredDepth;
import derrick.domain.quantity.Unit;
import derrick.domain.testing.SharedData;
import derrick.domain.well.trajectory.Trajectory.TrajectoryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares the trajectory of a real hole with the positions that its surveyor computed. */
final class SurveyedTrajectoryTest {
    private static final Offset<Double> MILLIMETRE = within(0.001);

    @Test
    void theSurveyorsPositionsAreMetToAMillimetre() throws IOException {
        List<Row> table = table();

        Trajectory trajectory = Trajectory.through(
                Position.RIG, table.stream().map(Row::station).toList());

        assertThat(trajectory.points()).hasSize(25);
        for (int i = 0; i < table.size(); i++) {
            TrajectoryPoint point = trajectory.points().get(i);
            Row surveyed = table.get(i);
            assertThat(point.position().depth().metres()).isEqualTo(surveyed.number("tvd_m"), MILLIMETRE);
            assertThat(point.position().northing().metres()).isEqualTo(surveyed.number("dispNs_m"), MILLIMETRE);
            assertThat(point.position().easting().metres()).isEqualTo(surveyed.number("dispEw_m"), MILLIMETRE);
            double severity =
                    Unit.RADIAN_PER_METRE.to(Unit.DEGREE_PER_30_METRES).apply(surveyed.number("dls_raw"));
            assertThat(point.dogleg().degreesPer30Metres()).isEqualTo(severity, within(1e-9));
        }
    }

    private static List<Row> table() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("witsml/volve_F-9A_trajectory.csv"));
        List<String> names = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> new Row(names, List.of(line.split(",", -1))))
                .toList();
    }

    private record Row(List<String> names, List<String> cells) {
        double number(String name) {
            return Double.parseDouble(cells.get(names.indexOf(name)));
        }

        SurveyStation station() {
            return new SurveyStation(
                    new MeasuredDepth(number("md_m")),
                    new Inclination(Unit.RADIAN.to(Unit.DEGREE).apply(number("incl_raw"))),
                    new Azimuth(Unit.RADIAN.to(Unit.DEGREE).apply(number("azi_raw"))));
        }
    }
}
