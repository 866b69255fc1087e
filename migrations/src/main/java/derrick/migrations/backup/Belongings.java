package derrick.migrations.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a database consists of besides rows, in a transaction with {@link Session#SETTINGS}. */
record Belongings(Connection connection) {
    /** What must be there before rows come. */
    static final Set<ObjectKind> FIRST = EnumSet.range(ObjectKind.SCHEMA, ObjectKind.COLUMN);

    /** What has time until they are there, and would only keep some out. */
    static final Set<ObjectKind> AFTERWARDS = EnumSet.complementOf(EnumSet.copyOf(FIRST));

    /** Everything there is, in an order in which it can be made. */
    List<SavedObject> all() throws SQLException {
        List<SavedObject> all = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            all.addAll(all(kind));
        }
        return all;
    }

    private List<SavedObject> all(ObjectKind kind) throws SQLException {
        return new ArrayList<>(withUndoing(kind).keySet());
    }

    private Map<SavedObject, Optional<String>> withUndoing(ObjectKind kind) throws SQLException {
        Map<SavedObject, Optional<String>> objects = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(kind.query())) {
            while (row.next()) {
                objects.put(
                        new SavedObject(kind, row.getString(1), row.getString(2)),
                        Optional.ofNullable(row.getString(3)));
            }
        }
        return objects;
    }

    /** Takes away whatever would keep rows out and is not as it was; returns what will not come back. */
    List<SavedObject> loosen(List<SavedObject> before) throws SQLException {
        List<SavedObject> gone = new ArrayList<>();
        List<ObjectKind> lastFirst = new ArrayList<>(AFTERWARDS);
        Collections.reverse(lastFirst);
        for (ObjectKind kind : lastFirst) {
            for (Map.Entry<SavedObject, Optional<String>> object :
                    withUndoing(kind).entrySet()) {
                if (object.getValue().isPresent() && before.stream().noneMatch(object.getKey()::isLike)) {
                    run(object.getValue().get());
                    gone.add(object.getKey());
                }
            }
        }
        return gone.stream()
                .filter(object -> before.stream().noneMatch(other -> other.hasNameOf(object)))
                .toList();
    }

    /**
     * Makes what is missing of some kinds, or is another and can be replaced. What needs something that comes later is
     * tried again.
     *
     * @return what was made, and what the server refused with its reason
     */
    Made make(Set<ObjectKind> kinds, List<SavedObject> before) throws SQLException {
        List<SavedObject> made = new ArrayList<>();
        Map<SavedObject, String> refused = new LinkedHashMap<>();
        int done;
        do {
            done = made.size();
            refused.clear();
            for (ObjectKind kind : kinds) {
                for (SavedObject object : missing(kind, before)) {
                    if (made.contains(object)) {
                        continue;
                    }
                    Optional<String> reason = new Shapes(connection).refusal(object.definition());
                    reason.ifPresent(words -> refused.put(object, words));
                    if (reason.isEmpty()) {
                        made.add(object);
                    }
                }
            }
        } while (made.size() > done && !refused.isEmpty());
        return new Made(made, refused);
    }

    /** What came of making things. */
    record Made(List<SavedObject> made, Map<SavedObject, String> refused) {}

    private List<SavedObject> missing(ObjectKind kind, List<SavedObject> before) throws SQLException {
        List<SavedObject> there = all(kind);
        boolean replaces = kind == ObjectKind.FUNCTION || kind == ObjectKind.COMMENT;
        return before.stream()
                .filter(object -> object.kind() == kind)
                .filter(object ->
                        there.stream().noneMatch(other -> replaces ? other.isLike(object) : other.hasNameOf(object)))
                .toList();
    }

    private void run(String sql) throws SQLException {
        new Shapes(connection).run(sql);
    }
}
