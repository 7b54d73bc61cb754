/** Our own services: staged apart from the build, started from AOT caches, checked by {@code /health/ready}. */
@NullMarked
package dev.sluice.local.service;

import org.jspecify.annotations.NullMarked;
