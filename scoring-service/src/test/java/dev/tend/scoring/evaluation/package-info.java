/**
 * How well Tend judges, measured on invitations that people have labelled. The data lies in {@code
 * src/test/resources/evaluation}; its README says how it was made. Whoever tunes a rule looks at
 * the tuning cases only: the held-out ones are for counting.
 */
@NullMarked
package dev.tend.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
