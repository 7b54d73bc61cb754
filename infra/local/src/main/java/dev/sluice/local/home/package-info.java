/** What an instance keeps in its home: data, logs, the state that other commands read, and the lock that makes it one. */
@NullMarked
package dev.sluice.local.home;

import org.jspecify.annotations.NullMarked;
