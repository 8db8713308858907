/**
 * Where a firm tunes its policy: the file in force, and what checks, tells and tries one, over HTTP
 * and from the command line.
 *
 * <p>What a policy means is decided in {@code policy}; no rule enters here.
 */
@NullMarked
package dev.tend.scoring.tuning;

import org.jspecify.annotations.NullMarked;
