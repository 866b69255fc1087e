package derrick.migrations.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A thing in a schema that has a name, and perhaps things of its own. */
public sealed interface CatalogObject
        permits Table, Column, Constraint, Index, Trigger, View, Sequence, EnumType, Routine, OtherObject {
    /** What it is. */
    Kind kind();

    /**
     * Its name. An object that belongs to no other is named as SQL writes it, in quotes where it needs them, behind its
     * schema where the search path does not lead to it. A part of another has its plain name.
     */
    String name();

    /** What can be said of it, each under a word of its own. Equal attributes and equal parts make equal objects. */
    Map<String, String> attributes();

    /** What belongs to it. */
    default List<CatalogObject> parts() {
        return List.of();
    }

    /** What there is in a schema, in the order in which it is told of. */
    enum Kind {
        ENUM,
        SEQUENCE,
        FUNCTION,
        TABLE,
        COLUMN,
        DEFAULT,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        PARTITION,
        VIEW,
        OTHER;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
