/** HTTP/1.1 as it is on the wire (RFC 9112): what a connection brings becomes requests, and answers become bytes. */
@NullMarked
package dev.sluice.edge.http1;

import org.jspecify.annotations.NullMarked;
