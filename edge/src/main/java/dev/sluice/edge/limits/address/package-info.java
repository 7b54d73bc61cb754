/** What an address may do before anything is known of who asks: connections, requests, and what a proxy says of it. */
@NullMarked
package dev.sluice.edge.limits.address;

import org.jspecify.annotations.NullMarked;
