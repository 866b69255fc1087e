package derrick.migrations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a kind that has no record of its own here: a policy, a domain, an extension, a publication.
 *
 * @param objectType its kind, such as {@code policy}
 * @param ownName its name as SQL writes it; of a part of a table, behind the table's name
 * @param ownAttributes what is compared, each under a word of its own
 * @param create the statements that make it, without its comment; none if create cannot write it
 * @param drop the statements that drop it; none if create cannot write that
 * @param commentTarget how COMMENT ON names it; empty if it takes no comment
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

    /** Its kind and its name, such as {@code policy rig.mine}. */
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
