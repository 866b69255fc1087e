package offenders.derrick.ops.http;

import io.dropwizard.lifecycle.Managed;

/** A part of the command line that lives in the web server. */
record KnowsTheWeb(Managed managed) {}
