/**
 * Every mail and page with sample data, written to {@code target/letters} and looked at by a real
 * browser. Assertions on what a single letter says stay with its feature.
 */
@NullMarked
package dev.tend.notify.preview;

import org.jspecify.annotations.NullMarked;
