package derrick.api.query;

import derrick.api.problem.InvalidParameter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The query parameters of a request. */
public final class QueryParameters {
    private final MultivaluedMap<String, String> given;

    /**
     * @param allowed the parameters of the resource
     * @throws InvalidParameter if another parameter is given, or one is given twice
     */
    public QueryParameters(MultivaluedMap<String, String> given, List<String> allowed) {
        given.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw new InvalidParameter(
                        name, "is not a parameter of this resource; its parameters are " + String.join(", ", allowed));
            }
            if (values.size() > 1) {
                throw new InvalidParameter(name, "must be given only once");
            }
        });
        this.given = given;
    }

    /**
     * Returns the value of an optional parameter.
     *
     * @param parser parses the text, or throws IllegalArgumentException with a message such as "must be a number"
     * @throws InvalidParameter if the text is invalid
     */
    public <T> Optional<T> find(String name, Function<String, T> parser) {
        return Optional.ofNullable(given.getFirst(name)).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException invalid) {
                throw new InvalidParameter(name, String.valueOf(invalid.getMessage()));
            }
        });
    }

    /**
     * Returns the value of a required parameter.
     *
     * @throws InvalidParameter if the parameter is missing or the text is invalid
     */
    public <T> T require(String name, Function<String, T> parser) {
        return find(name, parser).orElseThrow(() -> new InvalidParameter(name, "is missing"));
    }
}
