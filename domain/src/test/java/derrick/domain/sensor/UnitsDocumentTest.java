package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.quantity.Dimension;
import derrick.domain.quantity.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/units.md} is generated from the catalogue; this test compares it, and writes it on request. */
final class UnitsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "units.md");
    private static final String WRITE_PROPERTY = "derrick.units.write";

    private static final String INTRODUCTION = """
            # Units

            The units that an import reads. `./derrick units` prints them too, and
            `./derrick units WORD` those of a channel, a dimension or a spelling.

            This page is generated from the catalogue (`Unit.java`). To generate it again:
            `mvn -pl domain test -Dtest=UnitsDocumentTest -D%s=true`

            - A spelling is read whatever its letter case and its brackets. `N.m`, `N-m`,
              `N*m`, `N·m` and `Nm` are the same, as are `m3`, `m³` and `m^3`; `ft/h`,
              `ft/hr`, `ft_per_hr` and `feet per hour`; `lbf`, `lbm`, `lb` and `lbs`.
            - `in` is the inch only in brackets, in a row of units or after `--units`. At the
              end of a header it is a direction.
            - `F` is the foot for a depth, as WITS writes it, and degrees Fahrenheit for
              a temperature.
            - A gallon is the US gallon unless marked `UK`; a barrel is 42 US gallons.
            - Pressures are gauge pressures. `psig`, `barg` and `kPag` are `psi`, `bar` and
              `kPa`. Absolute ones (`psia`, `bara`) are refused, because the atmospheric
              pressure to subtract is unknown.
            - `ton`, `tons` and `tonf` are refused, since they may be short tons
              (`ton[US]`), long tons (`ton[UK]`) or tonnes (`t`). So are `Mlb` (thousands or
              millions) and `mPa` (the millipascal).
            - The formula converts a number x of the unit to the first unit of the table.
              The factors are exact: the pound is 0.45359237 kg and the foot
              0.3048 m (agreement of 1959), standard gravity 9.80665 m/s2 (1901), the US
              gallon 231 cubic inches, the UK gallon 4.54609 L.
            """.formatted(WRITE_PROPERTY);

    @Test
    void theDocumentMatchesTheCatalogue() throws IOException {
        String document = INTRODUCTION
                + List.of(Dimension.values()).stream()
                        .map(UnitsDocumentTest::section)
                        .collect(Collectors.joining());
        if (Boolean.getBoolean(WRITE_PROPERTY)) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT)
                .as("write it with: mvn -pl domain test -Dtest=UnitsDocumentTest -D%s=true", WRITE_PROPERTY)
                .hasContent(document);
    }

    private static String section(Dimension dimension) {
        String channels = Channel.ALL.stream()
                .filter(channel -> channel.unit().dimension() == dimension)
                .map(channel -> "`%s`".formatted(channel.key()))
                .collect(Collectors.joining(", "));
        return """

                ## %s

                %s| unit | formula | also written |
                |---|---|---|
                %s""".formatted(
                        title(dimension),
                        channels.isEmpty() ? "" : "Channels: " + channels + "\n\n",
                        Unit.of(dimension).stream().map(UnitsDocumentTest::row).collect(Collectors.joining()));
    }

    private static String title(Dimension dimension) {
        String words = dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String row(Unit unit) {
        return "| `%s` | %s | %s |%n"
                .formatted(
                        unit.symbol(),
                        unit.formula(),
                        unit.spellings().stream()
                                .skip(1)
                                .map(spelling -> "`%s`".formatted(spelling))
                                .collect(Collectors.joining(", ")));
    }
}
