package derrick.ops.sensor;

import derrick.domain.sensor.exchange.table.TableOptions.TableLayout;
import derrick.domain.time.TimeForm;
import derrick.ops.CommandFailed;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the format of a table, for what cannot be detected. */
final class LayoutOptions {
    /** The decimal separators. */
    enum Decimal {
        point,
        comma
    }

    @Option(
            names = "--time-format",
            paramLabel = "FORM",
            description = "How times are written: d/M/y, M/d/y, y/M/d, epoch-s, epoch-ms, excel, or a pattern such as"
                    + " 'dd.MM.yyyy HH:mm:ss'.")
    private Optional<TimeForm> times = Optional.empty();

    @Option(names = "--decimal", paramLabel = "SIGN", description = "What stands before decimals: point or comma.")
    private Optional<Decimal> decimal = Optional.empty();

    @Option(names = "--header-line", paramLabel = "LINE", description = "The line that names the columns.")
    private Optional<Long> headerLine = Optional.empty();

    boolean isUsed() {
        return times.isPresent() || decimal.isPresent() || headerLine.isPresent();
    }

    TableLayout layout() {
        if (headerLine.filter(line -> line < 1).isPresent()) {
            throw CommandFailed.usage("--header-line must be 1 or more");
        }
        return new TableLayout(times, decimal.map(sign -> sign == Decimal.comma ? ',' : '.'), headerLine);
    }
}
