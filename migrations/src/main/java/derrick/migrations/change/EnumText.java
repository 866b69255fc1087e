package derrick.migrations.change;

import derrick.migrations.catalog.EnumType;
import derrick.migrations.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An enum as CREATE TYPE writes it. */
final class EnumText {
    private EnumText() {}

    static List<String> create(EnumType type) {
        List<String> statements = new ArrayList<>();
        statements.add(type(type));
        type.comment().ifPresent(comment -> statements.add(Remark.on("TYPE " + Names.of(type.name()), type.comment())));
        return statements;
    }

    static String type(EnumType type) {
        return "CREATE TYPE %s AS ENUM (%s)"
                .formatted(
                        Names.of(type.name()),
                        type.labels().stream().map(Quoted::text).collect(Collectors.joining(", ")));
    }
}
