package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the line that names the columns, below whatever a program wrote above it. */
final class HeaderLineFinder {
    /** What stands above a header is no longer than this. */
    private static final int LINES_LOOKED_AT = 100;

    private HeaderLineFinder() {}

    /**
     * Where the header is among the first lines: the line that names the most things that are known, or that the
     * options name; of several such the first that has the most cells.
     */
    static int find(List<TableLine> lines, TableOptions options) {
        int best = 0;
        long mostNames = 0;
        long mostCells = 0;
        for (int i = 0; i < Math.min(lines.size(), LINES_LOOKED_AT); i++) {
            List<String> cells = lines.get(i).fields();
            long names = cells.stream()
                    .flatMap(cell -> target(cell, options).stream())
                    .distinct()
                    .count();
            long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
            if (filled > 1 && (names > mostNames || (names == mostNames && names > 0 && filled > mostCells))) {
                best = i;
                mostNames = names;
                mostCells = filled;
            }
        }
        return mostNames > 0 ? best : firstOfMostCells(lines);
    }

    /** The first line with as many cells as most lines have. */
    private static int firstOfMostCells(List<TableLine> lines) {
        Map<Integer, Long> linesByCells = lines.stream()
                .collect(Collectors.groupingBy(line -> line.fields().size(), Collectors.counting()));
        int cells = linesByCells.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        return IntStream.range(0, lines.size())
                .filter(i -> cells > 1 && lines.get(i).fields().size() == cells)
                .findFirst()
                .orElse(0);
    }

    /** @throws TableRefused if the lines are not parted into cells, but blanks would part them into as many each */
    static void requireNoBlanksBetween(List<TableLine> lines) {
        if (lines.size() < 2 || lines.stream().anyMatch(line -> line.fields().size() > 1)) {
            return;
        }
        long words = words(lines.get(0));
        if (words > 1 && lines.stream().allMatch(line -> words(line) == words)) {
            throw new TableRefused("the columns are parted by blanks; part them by commas, as tr -s ' ' ',' does");
        }
    }

    private static long words(TableLine line) {
        return line.fields().get(0).strip().split("\\s+").length;
    }

    /** The cells of a header as names: line breaks and runs of blanks in them are one blank each. */
    static String name(String cell) {
        return cell.strip().replaceAll("\\s+", " ");
    }

    /** What a cell would be taken for as the head of a column. */
    private static Optional<String> target(String cell, TableOptions options) {
        ColumnHeader head = ColumnHeader.parse(name(cell));
        boolean named = Stream.of(options.targets(), options.units().byColumn())
                .anyMatch(columns -> columns.containsKey(head.header()) || columns.containsKey(head.name()));
        return named
                ? Optional.of(head.header())
                : KnownColumns.find(head.name())
                        .or(() -> new TimeHeader(head).known())
                        .map(KnownColumns.Known::target);
    }
}
