package derrick.migrations.diff.change;

/** A rename was asked for of something that is not there, or that may be several things. Nothing was written. */
public final class UnknownRename extends RuntimeException {
    UnknownRename(String message) {
        super(message);
    }
}
