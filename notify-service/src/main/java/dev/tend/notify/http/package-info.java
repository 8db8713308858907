/**
 * What the resources of this service share of HTTP: the pages of a list. No feature and no SQL may
 * enter.
 */
@NullMarked
package dev.tend.notify.http;

import org.jspecify.annotations.NullMarked;
