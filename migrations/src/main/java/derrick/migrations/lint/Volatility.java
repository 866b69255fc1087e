package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether an expression may give another value for each row. A function that is not known here may: that is what the
 * server takes a function for, too, unless it was told otherwise.
 */
final class Volatility {
    /** Functions of the server that give the same value for all rows of a statement. */
    static final Set<String> NOT_VOLATILE = Set.of(
            "abs",
            "array_fill",
            "ceil",
            "concat",
            "concat_ws",
            "current_setting",
            "date_part",
            "date_trunc",
            "floor",
            "format",
            "int4range",
            "int8range",
            "json_build_array",
            "json_build_object",
            "jsonb_build_array",
            "jsonb_build_object",
            "left",
            "length",
            "lower",
            "make_date",
            "make_interval",
            "make_time",
            "make_timestamp",
            "make_timestamptz",
            "md5",
            "now",
            "numrange",
            "replace",
            "right",
            "round",
            "statement_timestamp",
            "timezone",
            "to_char",
            "to_date",
            "to_json",
            "to_jsonb",
            "to_timestamp",
            "transaction_timestamp",
            "tsrange",
            "tstzrange",
            "upper");

    /** Words of the grammar, and types, that stand before a parenthesis as a function would. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "AND",
            "ANY",
            "ARRAY",
            "BIT",
            "CAST",
            "CHAR",
            "CHARACTER",
            "COALESCE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "DECIMAL",
            "ELSE",
            "EXTRACT",
            "GREATEST",
            "IN",
            "INTERVAL",
            "LEAST",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "NOT",
            "NULLIF",
            "NUMERIC",
            "OR",
            "ROW",
            "THEN",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "VARBIT",
            "VARCHAR",
            "VARYING",
            "WHEN");

    private Volatility() {}

    static boolean mayBeVolatile(List<Token> expression) {
        return IntStream.range(0, expression.size() - 1)
                .filter(at -> expression.get(at + 1).is("("))
                .mapToObj(expression::get)
                .filter(Token::isName)
                .anyMatch(name -> !NO_FUNCTIONS.contains(name.keyword()) && !NOT_VOLATILE.contains(name.name()));
    }
}
