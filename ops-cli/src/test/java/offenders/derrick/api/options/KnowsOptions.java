package offenders.derrick.api.options;

import picocli.CommandLine;

/** A part of the server that parses options of the command line. */
record KnowsOptions(CommandLine options) {}
