package derrick.api.query;

/** The query parameter {@code limit}: the largest number of records in a page. */
public final class PageLimit {
    /** The largest value of the parameter. */
    public static final int MAX = 10_000;

    private PageLimit() {}

    /** @throws IllegalArgumentException if the text is not a number from 1 to {@link #MAX} */
    public static int parse(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MAX) {
            throw new IllegalArgumentException("must be a number from 1 to " + MAX);
        }
        return Integer.parseInt(text);
    }
}
