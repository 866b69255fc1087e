package derrick.domain.sensor.exchange.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the line that names the columns, below whatever a program wrote above it. */
final class HeaderLineFinder {
    /** What stands above a header is no longer than this. */
    private static final int LINES_LOOKED_AT = 100;

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern WIDE_BLANKS = Pattern.compile(" {2,}");

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

    /** @throws TableRefused if it is blanks that part the cells */
    static void requireNoBlanksBetween(List<TableLine> lines, TableOptions options) {
        boolean whole = lines.stream().allMatch(line -> line.fields().size() == 1);
        List<String> texts =
                lines.stream().map(line -> line.fields().get(0).stripTrailing()).toList();
        boolean alike = whole && lines.size() > 1 && (parts(texts, BLANKS) || parts(texts, WIDE_BLANKS));
        boolean named = lines.stream().limit(LINES_LOOKED_AT).noneMatch(line -> names(line.fields(), options) > 0)
                && texts.stream().limit(LINES_LOOKED_AT).anyMatch(line -> namesApart(line, options));
        if (alike) {
            throw new TableRefused("the columns are parted by blanks; write semicolons between them, as"
                    + " sed -E 's/^ +| +$//g; s/%s/;/g' FILE does".formatted(parts(texts, BLANKS) ? " +" : "  +"));
        }
        if (named) {
            throw new TableRefused("the columns are parted by blanks, from which empty cells cannot be told; export the"
                    + " table with semicolons or tabs between them");
        }
    }

    /** Whether such blanks part all lines into as many cells, none of which stands below another column's. */
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

    /** How many things that are known the cells name, if they are several cells. */
    private static long names(List<String> cells, TableOptions options) {
        return cells.size() < 2
                ? 0
                : cells.stream()
                        .flatMap(cell -> target(cell, options).stream())
                        .distinct()
                        .count();
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
