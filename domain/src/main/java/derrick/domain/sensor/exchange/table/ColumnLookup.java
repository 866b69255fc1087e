package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns that options name, by the whole header or by the header without its unit. */
record ColumnLookup(List<ColumnHeader> heads) {
    /** @throws TableRefused if the table has no column of this name, or several */
    void requireColumn(String name) {
        List<String> called = heads.stream()
                .filter(head -> isCalled(head, name))
                .map(ColumnHeader::header)
                .distinct()
                .toList();
        if (called.isEmpty()) {
            throw new TableRefused(name, "there is no such column. " + ColumnHeader.listed(heads));
        }
        if (called.size() > 1) {
            throw new TableRefused(
                    name, "that may be '%s'; write the whole header".formatted(String.join("' or '", called)));
        }
    }

    /** Returns what the options say of a column. */
    Optional<String> find(Map<String, String> options, ColumnHeader head) {
        return options.entrySet().stream()
                .filter(option -> isCalled(head, option.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a name means this column. A whole header takes precedence over a header without its unit. */
    boolean isCalled(ColumnHeader head, String name) {
        String called = name.strip();
        boolean isHeader = heads.stream().anyMatch(other -> other.header().equals(called));
        return isHeader ? head.header().equals(called) : head.name().equals(called);
    }
}
