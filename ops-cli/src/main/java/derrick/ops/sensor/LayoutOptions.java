package derrick.ops.sensor;

import derrick.domain.sensor.exchange.table.TableOptions.TableLayout;
import derrick.domain.time.TimeForm;
import derrick.ops.CommandFailed;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the parts of a table's format that cannot be detected. */
final class LayoutOptions {
    /** The decimal separators. */
    enum DecimalSign {
        point,
        comma
    }

    @Option(
            names = "--time-format",
            paramLabel = "FORM",
            description = {
                "Format of times: d/M/y, M/d/y, y/M/d, epoch-s,",
                "epoch-ms, excel, or a pattern such as",
                "'dd.MM.yyyy HH:mm:ss'."
            })
    private Optional<TimeForm> times = Optional.empty();

    @Option(names = "--decimal", paramLabel = "SIGN", description = "Decimal separator: point or comma.")
    private Optional<DecimalSign> decimal = Optional.empty();

    @Option(names = "--header-line", paramLabel = "LINE", description = "Number of the line with the column names.")
    private Optional<Long> headerLine = Optional.empty();

    boolean isUsed() {
        return times.isPresent() || decimal.isPresent() || headerLine.isPresent();
    }

    TableLayout layout() {
        if (headerLine.filter(line -> line < 1).isPresent()) {
            throw CommandFailed.usage("--header-line must be 1 or more");
        }
        return new TableLayout(times, decimal.map(sign -> sign == DecimalSign.comma ? ',' : '.'), headerLine);
    }
}
