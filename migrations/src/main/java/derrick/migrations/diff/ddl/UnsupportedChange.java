package derrick.migrations.diff.ddl;

import derrick.migrations.catalog.Dependencies.Node;

/** An object of a kind that create does not write. */
public final class UnsupportedChange extends RuntimeException {
    public UnsupportedChange(Node node) {
        super("create does not know how to write " + node.name());
    }
}
