/**
 * What operators look at: the ledger, the figures and whether this service can do its job. It only
 * reads.
 */
@NullMarked
package dev.tend.notify.ops;

import org.jspecify.annotations.NullMarked;
