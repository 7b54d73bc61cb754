/** The server's end of TLS: a certificate that may be replaced while the edge runs. */
@NullMarked
package dev.sluice.edge.tls;

import org.jspecify.annotations.NullMarked;
