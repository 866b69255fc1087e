package derrick.migrations.verify;

import derrick.migrations.revision.Revision;

/** Receives the progress of a verification. */
public interface VerificationListener {
    /** Called before a revision is verified. */
    void verifying(Revision revision);

    /** Called if the revision rejects edge-case rows by RAISE EXCEPTION and is verified with valid rows only. */
    void edgeCasesRejected(Revision revision, String reason);
}
