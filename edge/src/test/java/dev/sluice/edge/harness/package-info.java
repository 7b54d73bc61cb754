/** What integration tests share: a running edge, an issuer of tokens, and hands on Kafka and Redis. */
@org.jspecify.annotations.NullMarked
package dev.sluice.edge.harness;
