package derrick.migrations.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A named object of a database, or a part of one. */
public sealed interface CatalogObject
        permits Table, Column, Constraint, Index, Trigger, View, Sequence, EnumType, Routine, OtherObject {
    Kind kind();

    /**
     * Returns the name. The name of a whole object is in SQL syntax: quoted if necessary, and qualified if its schema
     * is not in the search path. The name of a part is neither quoted nor qualified.
     */
    String name();

    /** Returns the attributes by their names. Objects are equal if their attributes and parts are. */
    Map<String, String> attributes();

    /** Returns the parts of the object. */
    default List<CatalogObject> parts() {
        return List.of();
    }

    /** The kinds of objects, in the order in which differences are listed. */
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

        /** Returns the kind in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
