package derrick.domain.sensor.exchange.table;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.table.TableRefused.Remedy;
import derrick.domain.sensor.exchange.table.TableRefused.TableProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that a table without a rig column is of one well, since rows of two wells could have the same key. */
final class SingleWellCheck {
    /** Names of columns that identify a well or rig, in lower case without punctuation. */
    private static final Set<String> NAMES = Set.of(
            "well",
            "wellid",
            "wellname",
            "wellno",
            "wellnumber",
            "wellbore",
            "wellboreid",
            "wellborename",
            "wellnum",
            "welluid",
            "uidwell",
            "namewell",
            "uidwellbore",
            "namewellbore",
            "borehole",
            "boreholeid",
            "boreholename",
            "asset",
            "assetid",
            "assetname",
            "uwi",
            "uwbi",
            "api",
            "apino",
            "apinumber",
            "api10",
            "api14",
            "hole",
            "holeid",
            "holename",
            "rig",
            "rigname",
            "rigno",
            "rignumber",
            "bronn",
            "brønn",
            "bohrung",
            "pozo");

    private final List<TableColumn> columns;

    /** The first value of each well column. */
    private final Map<Integer, String> firstNames = new HashMap<>();

    private final List<Integer> wellColumns = new ArrayList<>();

    private SingleWellCheck(List<TableColumn> columns) {
        this.columns = columns;
    }

    static SingleWellCheck of(ColumnMapping mapping, TableOptions options) {
        SingleWellCheck well = new SingleWellCheck(mapping.columns());
        if (mapping.findField(FieldName.RIG).isPresent()) {
            return well;
        }
        for (int i = 0; i < mapping.columns().size(); i++) {
            TableColumn column = mapping.columns().get(i);
            ColumnHeader header = ColumnHeader.parse(column.header());
            boolean settled = options.targets().containsKey(header.text())
                    || options.targets().containsKey(header.name());
            if (column instanceof TableColumn.NotKept && !settled && NAMES.contains(folded(header.name()))) {
                well.wellColumns.add(i);
            }
        }
        return well;
    }

    /** Returns the problems of these rows. */
    List<TableProblem> problems(List<TableLine> rows) {
        List<TableProblem> problems = new ArrayList<>();
        for (int index : wellColumns) {
            Set<String> names = new LinkedHashSet<>();
            rows.stream()
                    .filter(row -> row.fields().size() > index)
                    .map(row -> row.fields().get(index).strip())
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
            if (names.size() > 1) {
                problems.add(problem(index, List.copyOf(names)));
            }
        }
        return problems;
    }

    /** Whether a column names the well of a row. */
    boolean hasWellColumn() {
        return !wellColumns.isEmpty();
    }

    /**
     * @throws TableRefused if this row is of another well than the rows before, which are stored already. Mapping the
     *     column to the rig is not proposed, since it would store those rows a second time
     */
    void require(TableLine row) {
        findOther(row).ifPresent(other -> {
            throw new TableRefused(List.of(TableProblem.of(
                    columns.get(other.column()).header(),
                    "names '%s' above line %d, and '%s' in it; write one file for each, and import each with its --rig"
                            .formatted(
                                    other.names().get(0),
                                    row.number(),
                                    other.names().get(1)),
                    List.of())));
        });
    }

    /** @throws TableRefused if the rows are of several wells; none of them is stored */
    void requireAll(Iterator<TableLine> rows) {
        while (rows.hasNext()) {
            findOther(rows.next()).ifPresent(other -> {
                throw new TableRefused(List.of(problem(other.column(), other.names())));
            });
        }
    }

    /** The name of the well so far, and the other name in a row. */
    private record Other(int column, List<String> names) {}

    private Optional<Other> findOther(TableLine row) {
        for (int index : wellColumns) {
            String name = index < row.fields().size() ? row.fields().get(index).strip() : "";
            if (name.isEmpty()) {
                continue;
            }
            String first = firstNames.putIfAbsent(index, name);
            if (first != null && !first.equals(name)) {
                return Optional.of(new Other(index, List.of(first, name)));
            }
        }
        return Optional.empty();
    }

    private TableProblem problem(int index, List<String> names) {
        String header = columns.get(index).header();
        String several = "names more than one well ('%s', '%s')".formatted(names.get(0), names.get(1));
        if (!names.stream().allMatch(SingleWellCheck::isRig)) {
            return TableProblem.of(
                    header,
                    several + ", whose names are no names of rigs; write one file each, and import each with its --rig",
                    List.of());
        }
        String mapped = header + "=" + FieldName.RIG;
        return TableProblem.of(
                header,
                several
                        + "; with --map '%s' each is a rig of its own, with --map '%s=%s' they are one"
                                .formatted(mapped, header, TableOptions.LEFT_OUT),
                List.of(Remedy.withoutRig("--map", mapped)));
    }

    private static boolean isRig(String name) {
        try {
            return !new RigId(name).value().isEmpty();
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static String folded(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
