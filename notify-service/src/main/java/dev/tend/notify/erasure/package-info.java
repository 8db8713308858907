/**
 * Forgets people in the database: their rows, what stands in mails about them, and whatever of
 * theirs comes too late. The figures of the ledger stay. Who is to be forgotten is decided
 * elsewhere.
 */
@NullMarked
package dev.tend.notify.erasure;

import org.jspecify.annotations.NullMarked;
