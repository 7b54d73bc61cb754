/** Problem details, claims and header names of the HTTP API that more than one service must agree on. */
@NullMarked
package dev.sluice.schemas.http;

import org.jspecify.annotations.NullMarked;
