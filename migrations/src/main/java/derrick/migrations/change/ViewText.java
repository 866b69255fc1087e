package derrick.migrations.change;

import derrick.migrations.catalog.View;
import java.util.ArrayList;
import java.util.List;

/** A view, as the statements that make it. */
record ViewText(View view) {
    /** As DROP, ALTER and COMMENT ON name it. */
    String named() {
        return (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + view.name();
    }

    List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE %s%s AS\n%s"
                .formatted(
                        named(),
                        view.options().map(options -> " WITH (" + options + ")").orElse(""),
                        view.definition().strip().replaceFirst(";$", "")));
        view.indexes().stream().map(TableText::everywhere).forEach(statements::add);
        view.comment().ifPresent(comment -> statements.add(Remark.on(named(), view.comment())));
        view.indexes().stream()
                .filter(index -> index.comment().isPresent())
                .forEach(index ->
                        statements.add(Remark.on("INDEX " + Names.beside(view.name(), index.name()), index.comment())));
        return statements;
    }

    String dropped() {
        return "DROP " + named();
    }
}
