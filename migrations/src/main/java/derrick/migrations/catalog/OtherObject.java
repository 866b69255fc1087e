package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that has no record of its own in this package, such as a policy, a domain or an extension.
 *
 * @param objectType the type, such as {@code policy}
 * @param ownName the name in SQL syntax; of a part of a table, {@code table.part}
 * @param ownAttributes the attributes without the comment
 * @param create the statements that create it, without its comment; empty if it is unsupported
 * @param drop the statements that drop it; empty if it is unsupported
 * @param commentTarget the target for COMMENT ON; empty if it cannot have a comment
 */
public record OtherObject(
        String objectType,
        String ownName,
        Map<String, String> ownAttributes,
        List<String> create,
        List<String> drop,
        Optional<String> commentTarget,
        Optional<String> comment)
        implements CatalogObject {
    public OtherObject {
        ownAttributes = Map.copyOf(ownAttributes);
        create = List.copyOf(create);
        drop = List.copyOf(drop);
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    /** Returns the type and the name, such as {@code policy rig.mine}. */
    @Override
    public String name() {
        return objectType + " " + ownName;
    }

    @Override
    public Map<String, String> attributes() {
        Attributes all = new Attributes();
        ownAttributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> all.with(attribute.getKey(), attribute.getValue()));
        return all.with("comment", comment).all();
    }
}
