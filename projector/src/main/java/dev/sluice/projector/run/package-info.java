/** Running topologies as Kafka Streams applications that come back after whatever stopped them. */
@NullMarked
package dev.sluice.projector.run;

import org.jspecify.annotations.NullMarked;
