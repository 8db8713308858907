/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.crm;

import org.jspecify.annotations.NullMarked;
