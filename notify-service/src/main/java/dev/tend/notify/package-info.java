/**
 * What all rooms of notify-service stand on: its configuration, its clock and its way to the
 * database. No feature enters; those are the packages below.
 */
@NullMarked
package dev.tend.notify;

import org.jspecify.annotations.NullMarked;
