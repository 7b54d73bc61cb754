/** Every other write over HTTP: PUTs of products, stock, wallets, coupons, campaigns, red envelopes and customers, each an operation whose outcome can be asked for. */
@NullMarked
package dev.sluice.edge.operations;

import org.jspecify.annotations.NullMarked;
