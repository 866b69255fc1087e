package offenders.derrick.api.jdbi;

import org.jdbi.v3.core.Jdbi;

/** SQL outside persistence. */
record SpeaksSql(Jdbi jdbi) {}
