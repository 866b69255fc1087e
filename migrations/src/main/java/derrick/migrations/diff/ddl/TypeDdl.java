package derrick.migrations.diff.ddl;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.ddl.AlterAction.NewType;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types as people write them, and what a change of one to another does to the values. */
public final class TypeDdl {
    private static final Map<String, Set<String>> HOLDS_ALL_OF = Map.of(
            "int2", Set.of("int4", "int8", "numeric", "float4", "float8"),
            "int4", Set.of("int8", "numeric", "float8"),
            "int8", Set.of("numeric"),
            "float4", Set.of("float8"),
            "date", Set.of("timestamp", "timestamptz"),
            "timestamp", Set.of("timestamptz"),
            "json", Set.of("jsonb"),
            "char", Set.of("text", "varchar"));

    private TypeDdl() {}

    /** PostgreSQL's long names in the short form that people use. */
    public static String of(String type) {
        return type.replaceFirst("^character varying", "varchar")
                .replaceFirst("^character\\(", "char(")
                .replaceFirst("^(timestamp|time)(\\(\\d+\\))? with time zone", "$1tz$2")
                .replaceFirst("^(timestamp|time)(\\(\\d+\\))? without time zone", "$1$2")
                .replaceFirst("^bit varying", "varbit");
    }

    /** Whether the server takes the new type without looking at any row. */
    public static boolean widens(String before, String after) {
        return read(after).widens(read(before));
    }

    /** Whether every value of the old type comes through a conversion as it was. */
    public static boolean keepsValues(String before, String after) {
        TypeName old = read(before);
        TypeName now = read(after);
        boolean unlimited = now.modifiers().isEmpty();
        return widens(before, after)
                || (after.equals("text") && !old.array())
                || (!old.array()
                        && !now.array()
                        && unlimited
                        && HOLDS_ALL_OF.getOrDefault(old.name(), Set.of()).contains(now.name()));
    }

    /** Whether a conversion depends on the time zone: one type has it, and the other is of a local time. */
    public static boolean needsZone(String before, String after) {
        List<String> names = List.of(read(before).name(), read(after).name());
        return names.contains("timestamptz") && (names.contains("timestamp") || names.contains("date"));
    }

    /** A value of one type as one of another. The zone is named where it matters, so that no session decides it. */
    public static String converted(String value, String from, String to) {
        String zoned = value + " AT TIME ZONE 'UTC'";
        if (!needsZone(from, to)) {
            return value + "::" + of(to);
        }
        if (read(from).name().equals("timestamptz")) {
            return "(%s)::%s".formatted(zoned, of(to));
        }
        return read(from).name().equals("date")
                ? "%s::timestamp AT TIME ZONE 'UTC'".formatted(value)
                : "(%s)::%s".formatted(zoned, of(to));
    }

    /** Whether two types compare alike, so that an expression over one is the same over the other. */
    public static boolean isOfOneFamily(String before, String after) {
        List<Set<String>> families = List.of(
                Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
                Set.of("text", "varchar", "char"),
                Set.of("timestamp", "timestamptz", "date"));
        String old = read(before).name();
        String now = read(after).name();
        return old.equals(now) || families.stream().anyMatch(family -> family.contains(old) && family.contains(now));
    }

    private static TypeName read(String type) {
        return SqlScript.parse("ALTER TABLE t ALTER c TYPE " + type).statements().stream()
                .flatMap(statement -> AlterTable.of(statement).stream())
                .flatMap(alter -> alter.actions().stream())
                .flatMap(action -> action.newType().stream())
                .map(NewType::type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is no type: " + type));
    }
}
