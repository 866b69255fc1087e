package derrick.migrations.diff.ddl;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.ddl.AlterAction.NewType;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes type names and determines what a change of a column type does to the values. */
public final class TypeDdl {
    private static final Map<String, Set<String>> WIDER_TYPES = Map.of(
            "int2", Set.of("int4", "int8", "numeric", "float4", "float8"),
            "int4", Set.of("int8", "numeric", "float8"),
            "int8", Set.of("numeric"),
            "float4", Set.of("float8"),
            "date", Set.of("timestamp", "timestamptz"),
            "timestamp", Set.of("timestamptz"),
            "json", Set.of("jsonb"),
            "char", Set.of("text", "varchar"));

    private TypeDdl() {}

    /** Returns a type with the short name, such as {@code varchar(20)} for {@code character varying(20)}. */
    public static String of(String type) {
        return type.replaceFirst("^character varying", "varchar")
                .replaceFirst("^character\\(", "char(")
                .replaceFirst("^(timestamp|time)(\\(\\d+\\))? with time zone", "$1tz$2")
                .replaceFirst("^(timestamp|time)(\\(\\d+\\))? without time zone", "$1$2")
                .replaceFirst("^bit varying", "varbit");
    }

    /** Returns true if the server changes the type without reading the rows. */
    public static boolean widens(String before, String after) {
        return parse(after).widens(parse(before));
    }

    /** Returns true if a conversion preserves every value. */
    public static boolean keepsValues(String before, String after) {
        TypeName old = parse(before);
        TypeName target = parse(after);
        boolean unlimited = target.modifiers().isEmpty();
        return widens(before, after)
                || (after.equals("text") && !old.array())
                || (!old.array()
                        && !target.array()
                        && unlimited
                        && WIDER_TYPES.getOrDefault(old.name(), Set.of()).contains(target.name()));
    }

    /** Returns true if a conversion between two types depends on the time zone of the session. */
    public static boolean needsZone(String before, String after) {
        List<String> names = List.of(parse(before).name(), parse(after).name());
        return names.contains("timestamptz") && (names.contains("timestamp") || names.contains("date"));
    }

    /** Returns the expression that converts a value; local times are taken as UTC. */
    public static String convert(String value, String from, String to) {
        String zoned = value + " AT TIME ZONE 'UTC'";
        if (!needsZone(from, to)) {
            return value + "::" + of(to);
        }
        if (parse(from).name().equals("timestamptz")) {
            return "(%s)::%s".formatted(zoned, of(to));
        }
        return parse(from).name().equals("date")
                ? "%s::timestamp AT TIME ZONE 'UTC'".formatted(value)
                : "(%s)::%s".formatted(zoned, of(to));
    }

    /** Returns true if values of both types compare alike, so that expressions over them have the same meaning. */
    public static boolean haveSameComparison(String before, String after) {
        List<Set<String>> families = List.of(
                Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
                Set.of("text", "varchar", "char"),
                Set.of("timestamp", "timestamptz", "date"));
        String old = parse(before).name();
        String target = parse(after).name();
        return old.equals(target)
                || families.stream().anyMatch(family -> family.contains(old) && family.contains(target));
    }

    private static TypeName parse(String type) {
        return SqlScript.parse("ALTER TABLE t ALTER c TYPE " + type).statements().stream()
                .flatMap(statement -> AlterTable.of(statement).stream())
                .flatMap(alter -> alter.actions().stream())
                .flatMap(action -> action.newType().stream())
                .map(NewType::type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type: " + type));
    }
}
