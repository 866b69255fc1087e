package offenders.derrick.domain.quantity;

import derrick.domain.sensor.Channel;

/** A part of the kernel that knows a feature built on it. */
record KnowsSensors(Channel channel) {}
