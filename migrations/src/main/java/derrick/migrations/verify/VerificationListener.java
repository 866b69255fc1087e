package derrick.migrations.verify;

import derrick.migrations.revision.Revision;

/** Receives the progress of a verification. */
public interface VerificationListener {
    /** It is the revision's turn. */
    void verifies(Revision revision);

    /** The revision refuses the awkward rows, in so many words; only rows that fit go through it. */
    void refused(Revision revision, String reason);
}
