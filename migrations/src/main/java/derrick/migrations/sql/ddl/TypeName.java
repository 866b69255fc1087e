package derrick.migrations.sql.ddl;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import derrick.migrations.sql.TokenReader;
import derrick.migrations.sql.TokenSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a column.
 *
 * @param name the short name of the server, such as varchar, int4, timestamptz; other types as written
 * @param modifiers the length, or the precision and scale
 */
public record TypeName(String name, List<Integer> modifiers, boolean array) {
    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("serial", "serial4"),
            Map.entry("smallserial", "serial2"),
            Map.entry("bigserial", "serial8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("real", "float4"),
            Map.entry("double", "float8"),
            Map.entry("character", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("nchar", "char"));

    /** Types that can hold all values of another type. */
    private static final Map<String, List<String>> WIDER = Map.ofEntries(
            Map.entry("int2", List.of("int4", "int8", "numeric", "float4", "float8")),
            Map.entry("int4", List.of("int8", "numeric", "float8")),
            Map.entry("int8", List.of("numeric")),
            Map.entry("float4", List.of("float8")),
            Map.entry("char", List.of("text", "varchar")),
            Map.entry("timestamp", List.of("timestamptz")),
            Map.entry("date", List.of("timestamp", "timestamptz")),
            Map.entry("json", List.of("jsonb")));

    public TypeName {
        modifiers = List.copyOf(modifiers);
    }

    /** Parses a type such as {@code character varying(20)}. */
    public static Optional<TypeName> parse(String text) {
        return SqlScript.parse(text).statements().stream()
                .findFirst()
                .map(Statement::reader)
                .flatMap(TypeName::read);
    }

    /** Returns the type in SQL: {@code varchar(20)}. */
    @Override
    public String toString() {
        String parameters = modifiers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return name + (modifiers.isEmpty() ? "" : parameters) + (array ? "[]" : "");
    }

    /** Takes a type; empty if no name follows. */
    static Optional<TypeName> read(TokenReader reader) {
        // "char" in quotes is a type of its own, one byte long.
        boolean quoted = reader.peek().stream().anyMatch(token -> token.kind() == Token.Kind.QUOTED_NAME);
        reader.take("NATIONAL");
        return reader.takeQualifiedName().map(name -> {
            String base = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
            boolean varying = reader.take("VARYING");
            reader.take("PRECISION");
            List<Integer> modifiers = modifiers(reader);
            boolean zone = reader.take("WITH", "TIME", "ZONE");
            reader.take("WITHOUT", "TIME", "ZONE");
            String plain = quoted ? "\"" + base + "\"" : SHORT_NAMES.getOrDefault(base, base);
            String full = varying ? (plain.equals("char") ? "varchar" : "varbit") : zone ? plain + "tz" : plain;
            return new TypeName(full, modifiers, takeArray(reader));
        });
    }

    private static List<Integer> modifiers(TokenReader reader) {
        return reader.takeParenthesized().map(TokenSequence::tokens).orElse(List.of()).stream()
                .filter(token -> token.text().matches("[0-9]{1,9}"))
                .map(token -> Integer.valueOf(token.text()))
                .toList();
    }

    private static boolean takeArray(TokenReader reader) {
        boolean array = reader.take("ARRAY");
        while (reader.take("[")) {
            array = true;
            while (!reader.take("]") && reader.next().isPresent()) {
                // the array's declared length, which the server ignores
            }
        }
        return array;
    }

    /** Returns true if its short name is one of these. */
    public boolean isAny(String... names) {
        return List.of(names).contains(name);
    }

    /** Returns true if a change from the old type needs no scan and no rewrite of the table. */
    public boolean widens(TypeName old) {
        if (array || old.array) {
            return equals(old);
        }
        return switch (old.name) {
            case "varchar" -> name.equals("text") || (name.equals("varchar") && atLeast(old));
            case "text" -> name.equals("text") || (name.equals("varchar") && modifiers.isEmpty());
            case "numeric" -> name.equals("numeric") && atLeast(old) && (modifiers.isEmpty() || scale() == old.scale());
            case "varbit", "time", "timetz", "timestamp", "timestamptz" -> name.equals(old.name) && atLeast(old);
            default -> equals(old);
        };
    }

    /** Returns true if this type holds every value of the old one; the change may still rewrite the table. */
    public boolean holdsAllOf(TypeName old) {
        return widens(old)
                || (modifiers.isEmpty()
                        && array == old.array
                        && (isAny("text", "varchar")
                                || WIDER.getOrDefault(old.name, List.of()).contains(name)));
    }

    /** Returns true if its length or precision is unlimited or not less than the old one. */
    private boolean atLeast(TypeName old) {
        return modifiers.isEmpty() || (!old.modifiers.isEmpty() && modifiers.get(0) >= old.modifiers.get(0));
    }

    /** Returns the number of digits after the decimal point. */
    private int scale() {
        return modifiers.size() > 1 ? modifiers.get(1) : 0;
    }
}
