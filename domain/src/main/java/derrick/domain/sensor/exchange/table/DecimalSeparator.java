package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Detects whether the numbers of a table have a decimal point or a decimal comma. */
final class DecimalSeparator {
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(?:(?:,\\d{3})+\\.\\d+"
            + "|(?:\\.\\d{3})+,\\d+|(?:,\\d{3}){2,}|(?:\\.\\d{3}){2,}"
            + "|(?:['\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?)");
    private static final Pattern EITHER = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+(?:[eE][-+]?\\d+)?");
    private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+(?:[eE][-+]?\\d+)?");

    private Optional<String> comma = Optional.empty();
    private Optional<String> point = Optional.empty();
    private Optional<String> either = Optional.empty();
    private Optional<String> thousands = Optional.empty();

    private DecimalSeparator() {}

    /**
     * Whether a number has thousands separators, or has one if its commas or points are not decimal separators.
     */
    static boolean hasThousands(String cell) {
        return THOUSANDS.matcher(cell).matches()
                || EITHER.matcher(cell.replace('.', ',')).matches();
    }

    /**
     * Whether the numbers of a table have a decimal comma.
     *
     * @param rows the first rows
     * @param problems receives the problems if it is uncertain
     */
    static boolean isComma(
            List<TableColumn> columns, List<TableLine> rows, TableOptions options, List<TableProblem> problems) {
        if (options.layout().decimal().isPresent()) {
            return options.layout().decimal().get() == ',';
        }
        DecimalSeparator found = new DecimalSeparator();
        int[] readings = IntStream.range(0, columns.size())
                .filter(index -> columns.get(index) instanceof TableColumn.Reading)
                .toArray();
        for (TableLine row : rows) {
            for (int index : readings) {
                if (index < row.fields().size()) {
                    found.note(row.fields().get(index).strip());
                }
            }
        }
        found.problem().ifPresent(problems::add);
        return found.comma.isPresent();
    }

    private void note(String cell) {
        if (THOUSANDS.matcher(cell).matches()) {
            thousands = thousands.or(() -> Optional.of(cell));
        } else if (POINT.matcher(cell).matches()) {
            point = point.or(() -> Optional.of(cell));
        } else if (EITHER.matcher(cell).matches()) {
            either = either.or(() -> Optional.of(cell));
        } else if (COMMA.matcher(cell).matches()) {
            comma = comma.or(() -> Optional.of(cell));
        }
    }

    private Optional<TableProblem> problem() {
        Optional<String> grouped = thousands.or(() -> point.isPresent() && comma.isEmpty() ? either : Optional.empty());
        if (grouped.isPresent()) {
            return Optional.of(TableProblem.of(
                    "numbers such as '%s' have thousands separators; write them without".formatted(grouped.get())));
        }
        if (comma.isPresent() && point.isPresent()) {
            return Optional.of(TableProblem.of(
                    "numbers have decimal commas, such as '%s', and points, such as '%s'; write them alike, or say with"
                                    .formatted(comma.get(), point.get())
                            + " --decimal comma or --decimal point which are right, to have the others rejected"));
        }
        if (either.isPresent() && comma.isEmpty()) {
            String whole = either.get().replace(",", "");
            String parted = either.get().replace(',', '.');
            return Optional.of(TableProblem.of(
                    "'%s' may be %s, or %s with --decimal comma; if it is %s, write it without its comma"
                            .formatted(either.get(), whole, parted, whole),
                    Remedy.when("if '%s' is %s".formatted(either.get(), parted), "--decimal", "comma")));
        }
        return Optional.empty();
    }
}
