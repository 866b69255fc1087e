package derrick.migrations.lint;

import derrick.migrations.sql.Token;
import derrick.migrations.sql.ddl.AlterTable;
import derrick.migrations.sql.ddl.ColumnDefinition;
import derrick.migrations.sql.ddl.CreateTable;
import derrick.migrations.sql.ddl.TableConstraint;
import derrick.migrations.sql.ddl.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules about column types and names. Statements inside DO blocks are not checked, because they may restore an old form
 * of the schema.
 */
final class TypeRules {
    private static final int LONGEST_NAME_BYTES = 63;

    static final List<Rule> ALL = List.of(
            Rule.ofStatement(
                    "json-type",
                    "a column of type json",
                    "json has no equality operator, no GIN index, and is parsed on each access",
                    "use jsonb",
                    context -> typed(context, type -> type.isAny("json"))),
            Rule.ofStatement(
                    "char-type",
                    "a column of type char(n)",
                    "char(n) pads values with spaces, and comparisons ignore trailing spaces",
                    "use text or varchar(n)",
                    context -> typed(context, type -> type.isAny("char"))),
            Rule.ofStatement(
                    "timestamp-without-zone",
                    "a column of type timestamp without time zone",
                    "without a time zone it names no instant; one hour each autumn is ambiguous",
                    "use timestamptz",
                    context -> typed(context, type -> type.isAny("timestamp"))),
            Rule.ofStatement(
                    "int-key",
                    "a primary key that is a column of 32 bits or less",
                    "an integer key is exhausted after 2147483647 rows; INSERT then fails",
                    "use bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                    TypeRules::shortKeys),
            Rule.ofStatement(
                    "long-name",
                    "a name of more than 63 bytes",
                    "the server truncates it to 63 bytes, and two such names may collide",
                    "use a name of at most 63 bytes",
                    context -> context.statement().tokens().stream()
                            .filter(token -> token.isName()
                                    && token.name().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES)));

    private TypeRules() {}

    private static Stream<Token> typed(StatementContext context, Predicate<TypeName> found) {
        if (context.insideBlock()) {
            return Stream.empty();
        }
        return Stream.concat(
                context.columns().filter(column -> found.test(column.type())).map(ColumnDefinition::at),
                AlterTable.of(context.statement()).stream()
                        .flatMap(alter -> alter.actions().stream())
                        .filter(action -> action.newType()
                                .filter(change -> found.test(change.type()))
                                .isPresent())
                        .map(action -> action.at()));
    }

    private static Stream<Token> shortKeys(StatementContext context) {
        if (context.insideBlock()) {
            return Stream.empty();
        }
        Stream<Token> inColumns = context.columns()
                .filter(column -> column.constraints().has("PRIMARY", "KEY") && isShort(column.type()))
                .map(ColumnDefinition::at);
        Stream<Token> besideColumns = CreateTable.of(context.statement()).stream()
                .flatMap(create -> keyColumns(create.constraints(), types(create)));
        Stream<Token> added = AlterTable.of(context.statement()).stream()
                .flatMap(alter -> alter.actions().stream()
                        .flatMap(action -> action.addedConstraint().stream())
                        .flatMap(constraint -> keyColumn(constraint).stream())
                        .filter(column -> context.schema()
                                .type(alter.table(), column.name())
                                .filter(TypeRules::isShort)
                                .isPresent()));
        return Stream.of(inColumns, besideColumns, added).reduce(Stream.empty(), Stream::concat);
    }

    private static Map<String, TypeName> types(CreateTable create) {
        return create.columns().stream()
                .collect(Collectors.toMap(
                        ColumnDefinition::name, ColumnDefinition::type, (first, secondChangeLine) -> first));
    }

    private static Stream<Token> keyColumns(List<TableConstraint> constraints, Map<String, TypeName> types) {
        return constraints.stream()
                .flatMap(constraint -> keyColumn(constraint).stream())
                .filter(column -> Optional.ofNullable(types.get(column.name()))
                        .filter(TypeRules::isShort)
                        .isPresent());
    }

    /** Returns the column of a single-column primary key. A column of a composite key does not number the rows. */
    private static Optional<Token> keyColumn(TableConstraint constraint) {
        List<Token> columns = constraint.inside().tokens();
        return constraint.is("PRIMARY") && columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private static boolean isShort(TypeName type) {
        return type.isAny("int2", "int4", "serial2", "serial4") && !type.array();
    }
}
