package offenders.derrick.persistence.schema;

import derrick.migrations.revision.Revision;

/** An adapter that knows which revision made its table. */
record KnowsMigrations(Revision revision) {}
