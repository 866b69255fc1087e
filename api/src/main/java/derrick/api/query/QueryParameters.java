package derrick.api.query;

import derrick.api.problem.InvalidParameter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parameters of one request. */
public final class QueryParameters {
    private final MultivaluedMap<String, String> given;

    /**
     * @param allowed every parameter that this request may have
     * @throws InvalidParameter if another is given, or one twice
     */
    public QueryParameters(MultivaluedMap<String, String> given, List<String> allowed) {
        given.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw new InvalidParameter(name, "is no parameter here; there are " + String.join(", ", allowed));
            }
            if (values.size() > 1) {
                throw new InvalidParameter(name, "must be given once only");
            }
        });
        this.given = given;
    }

    /**
     * A parameter that may be left out.
     *
     * @param read makes the value of the text, or throws IllegalArgumentException saying what would be right
     * @throws InvalidParameter if the text is not right
     */
    public <T> Optional<T> find(String name, Function<String, T> read) {
        return Optional.ofNullable(given.getFirst(name)).map(text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new InvalidParameter(name, String.valueOf(wrong.getMessage()));
            }
        });
    }

    /**
     * A parameter that must be given.
     *
     * @throws InvalidParameter if it is not, or the text is not right
     */
    public <T> T require(String name, Function<String, T> read) {
        return find(name, read).orElseThrow(() -> new InvalidParameter(name, "is missing"));
    }
}
