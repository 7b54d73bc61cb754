/** An OpenID provider for development: whoever holds its secret gets a token for any role and customer. */
@NullMarked
package dev.sluice.local.issuer;

import org.jspecify.annotations.NullMarked;
