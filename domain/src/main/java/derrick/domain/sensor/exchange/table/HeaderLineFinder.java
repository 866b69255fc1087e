package derrick.domain.sensor.exchange.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the header line of a table below lines that are not part of the table. */
final class HeaderLineFinder {
    /** The header is searched in so many lines. */
    private static final int FIRST_LINES = 100;

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern WIDE_BLANKS = Pattern.compile(" {2,}");

    private HeaderLineFinder() {}

    /**
     * Returns the index of the header: the line with the most names that are known or in the options; of several, the
     * first with the most cells.
     */
    static int find(List<TableLine> lines, TableOptions options) {
        int best = 0;
        long mostNames = 0;
        long mostCells = 0;
        for (int i = 0; i < Math.min(lines.size(), FIRST_LINES); i++) {
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

    /** Returns the first line with the most common number of cells. */
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

    /** @throws TableRefused if blanks separate the cells */
    static void requireNoBlanksBetween(List<TableLine> lines, TableOptions options) {
        boolean whole = lines.stream().allMatch(line -> line.fields().size() == 1);
        List<String> texts =
                lines.stream().map(line -> line.fields().get(0).stripTrailing()).toList();
        boolean alike = whole && lines.size() > 1 && (parts(texts, BLANKS) || parts(texts, WIDE_BLANKS));
        boolean named = lines.stream().limit(FIRST_LINES).noneMatch(line -> names(line.fields(), options) > 0)
                && texts.stream().limit(FIRST_LINES).anyMatch(line -> namesApart(line, options));
        if (alike) {
            throw new TableRefused("the columns are parted by blanks; write semicolons between them, as"
                    + " sed -E 's/^ +| +$//g; s/%s/;/g' FILE does".formatted(parts(texts, BLANKS) ? " +" : "  +"));
        }
        if (named) {
            throw new TableRefused("the columns are parted by blanks, from which empty cells cannot be told; export the"
                    + " table with semicolons or tabs between them");
        }
    }

    /** Whether these blanks separate all lines into the same number of cells, aligned in columns. */
    private static boolean parts(List<String> lines, Pattern blanks) {
        int cells = blanks.split(lines.get(0).strip(), -1).length;
        int[] starts = new int[cells];
        int[] ends = new int[cells];
        Arrays.fill(starts, Integer.MAX_VALUE);
        boolean single = true;
        for (String line : lines) {
            String[] words = blanks.split(line.strip(), -1);
            if (words.length != cells) {
                return false;
            }
            single &= !line.strip().contains("  ");
            int end = 0;
            for (int i = 0; i < cells; i++) {
                int start = line.indexOf(words[i], end);
                end = start + words[i].length();
                starts[i] = Math.min(starts[i], start);
                ends[i] = Math.max(ends[i], end);
            }
        }
        return cells > 1 && (single || IntStream.range(1, cells).allMatch(i -> ends[i - 1] < starts[i]));
    }

    private static boolean namesApart(String line, TableOptions options) {
        return names(List.of(BLANKS.split(line.strip(), -1)), options) > 1
                || names(List.of(WIDE_BLANKS.split(line.strip(), -1)), options) > 1;
    }

    /** Returns the number of known names in the cells, or 0 for a single cell. */
    private static long names(List<String> cells, TableOptions options) {
        return cells.size() < 2
                ? 0
                : cells.stream()
                        .flatMap(cell -> target(cell, options).stream())
                        .distinct()
                        .count();
    }

    /** Returns a header cell with line breaks and runs of blanks replaced by one blank. */
    static String name(String cell) {
        return cell.strip().replaceAll("\\s+", " ");
    }

    /** Returns the target of a cell that is read as a header. */
    private static Optional<String> target(String cell, TableOptions options) {
        ColumnHeader header = ColumnHeader.parse(name(cell));
        boolean named = Stream.of(options.targets(), options.units().byColumn())
                .anyMatch(columns -> columns.containsKey(header.text()) || columns.containsKey(header.name()));
        return named
                ? Optional.of(header.text())
                : KnownColumns.find(header.name())
                        .or(() -> new TimeHeader(header).known())
                        .map(KnownColumns.Known::target);
    }
}
