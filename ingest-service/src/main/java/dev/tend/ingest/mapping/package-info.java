/**
 * Reads another system's JSON as Tend's people by a small file that says where each fact stands, so
 * that a new provider needs a mapping and no code.
 *
 * <p>It knows no provider, no door and no topic.
 */
@NullMarked
package dev.tend.ingest.mapping;

import org.jspecify.annotations.NullMarked;
