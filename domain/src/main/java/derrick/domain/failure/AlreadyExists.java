package derrick.domain.failure;

/** Thrown when a thing cannot be created because another one has its name. */
public final class AlreadyExists extends RuntimeException {
    /** @param thing the kind and name of the thing, in words: "user name 'jane'" */
    public AlreadyExists(String thing) {
        super(thing + " already exists");
    }

    /** @param fix what to do instead, in words */
    public AlreadyExists(String thing, String fix) {
        super("%s already exists; %s".formatted(thing, fix));
    }
}
