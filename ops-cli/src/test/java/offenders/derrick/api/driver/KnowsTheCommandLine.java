package offenders.derrick.api.driver;

import derrick.ops.DerrickCli;

/** A driver that knows the other one. */
record KnowsTheCommandLine(DerrickCli cli) {}
