/**
 * The door for what is known of a person, in Tend's own form or as a JSON Resume.
 *
 * <p>Whether it changes a verdict is scoring-service's to say.
 */
@NullMarked
package dev.tend.ingest.people;

import org.jspecify.annotations.NullMarked;
