package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.View;
import java.util.ArrayList;
import java.util.List;

/** A view, as the statements that make it. */
public record ViewDdl(View view) {
    /** As DROP, ALTER and COMMENT ON name it. */
    public String named() {
        return (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + view.name();
    }

    public List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE %s%s AS\n%s"
                .formatted(
                        named(),
                        view.options().map(options -> " WITH (" + options + ")").orElse(""),
                        view.definition().strip().replaceFirst(";$", "")));
        view.indexes().stream().map(TableDdl::everywhere).forEach(statements::add);
        view.comment().ifPresent(comment -> statements.add(CommentOn.on(named(), view.comment())));
        view.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index -> statements.add(
                        CommentOn.on("INDEX " + Identifiers.beside(view.name(), index.name()), index.comment())));
        return statements;
    }

    public String dropped() {
        return "DROP " + named();
    }
}
