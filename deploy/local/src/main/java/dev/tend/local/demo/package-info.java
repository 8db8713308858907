/**
 * Tells a story on a running stack: feeds it the sample firm as people would, through the front
 * door, waits for what comes of it, and shows it.
 *
 * <p>It knows the stack's addresses and public formats only; no part of the launcher, no topic and
 * no table may enter.
 */
@NullMarked
package dev.tend.local.demo;

import org.jspecify.annotations.NullMarked;
