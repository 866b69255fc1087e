package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.View;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that create and drop a view. */
public record ViewDdl(View view) {
    /** Returns the target for DROP, ALTER and COMMENT ON. */
    public String target() {
        return (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + view.name();
    }

    public List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE %s%s AS\n%s"
                .formatted(
                        target(),
                        view.options().map(options -> " WITH (" + options + ")").orElse(""),
                        view.definition().strip().replaceFirst(";$", "")));
        view.indexes().stream().map(TableDdl::createIndex).forEach(statements::add);
        view.comment().ifPresent(comment -> statements.add(CommentOn.on(target(), view.comment())));
        view.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index -> statements.add(
                        CommentOn.on("INDEX " + Identifiers.inSchemaOf(view.name(), index.name()), index.comment())));
        return statements;
    }

    public String drop() {
        return "DROP " + target();
    }
}
