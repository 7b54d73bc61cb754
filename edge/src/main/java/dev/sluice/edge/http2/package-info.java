/** HTTP/2: the streams of a connection, each of which is served as a connection of HTTP/1.1 is. */
@NullMarked
package dev.sluice.edge.http2;

import org.jspecify.annotations.NullMarked;
