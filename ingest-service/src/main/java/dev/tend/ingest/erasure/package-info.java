/**
 * Lets people go: the doors that erase a person or a member everywhere, and the receipts of it.
 *
 * <p>What a service holds it removes itself, when it reads {@code tend.erasures}; rooms of this
 * service that keep something of people say so as a {@link dev.tend.ingest.erasure.Holding}.
 */
@NullMarked
package dev.tend.ingest.erasure;

import org.jspecify.annotations.NullMarked;
