/**
 * LinkedIn for tests, by its documentation: what an export archive holds, and what its portability
 * API says over HTTP.
 */
@NullMarked
package dev.tend.testing.linkedin;

import org.jspecify.annotations.NullMarked;
