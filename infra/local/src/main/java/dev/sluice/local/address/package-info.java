/** Where everything listens: ports that are free, and the addresses that others reach us by. */
@NullMarked
package dev.sluice.local.address;

import org.jspecify.annotations.NullMarked;
