/** The HTTP server: routes, health, and problems as RFC 9457 wants them told. */
@NullMarked
package dev.sluice.query.http;

import org.jspecify.annotations.NullMarked;
