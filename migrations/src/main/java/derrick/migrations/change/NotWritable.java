package derrick.migrations.change;

import derrick.migrations.catalog.Dependencies.Node;

/** An object of a kind that create does not know how to write. */
final class NotWritable extends RuntimeException {
    NotWritable(Node node) {
        super("create does not know how to write " + node.name());
    }
}
