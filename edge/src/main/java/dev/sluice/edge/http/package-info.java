/** What a handler sees of HTTP: requests, answers, refusals, routes and what they negotiate. Nothing here knows a socket. */
@NullMarked
package dev.sluice.edge.http;

import org.jspecify.annotations.NullMarked;
