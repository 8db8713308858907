/**
 * Decides what to do with an invitation, and says why. Only what joins the rooms below lives here:
 * the edge where the time comes in and the judge is made.
 */
@NullMarked
package dev.tend.scoring;

import org.jspecify.annotations.NullMarked;
