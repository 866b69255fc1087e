package derrick.domain.sensor.exchange.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns that options name, by the whole header or by the header without its unit. */
record ColumnLookup(List<ColumnHeader> headers) {
    /** @throws TableRefused if the table has no column of this name, or several */
    void requireColumn(String name) {
        List<String> called = headers.stream()
                .filter(header -> isCalled(header, name))
                .map(ColumnHeader::text)
                .distinct()
                .toList();
        if (called.isEmpty()) {
            throw new TableRefused(name, "there is no such column. " + ColumnHeader.listed(headers));
        }
        if (called.size() > 1) {
            throw new TableRefused(
                    name, "that may be '%s'; write the whole header".formatted(String.join("' or '", called)));
        }
    }

    /** Returns what the options say of a column. */
    Optional<String> find(Map<String, String> options, ColumnHeader header) {
        return options.entrySet().stream()
                .filter(option -> isCalled(header, option.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a name means this column. A whole header takes precedence over a header without its unit. */
    boolean isCalled(ColumnHeader header, String name) {
        String called = name.strip();
        boolean isHeader = headers.stream().anyMatch(other -> other.text().equals(called));
        return isHeader ? header.text().equals(called) : header.name().equals(called);
    }
}
