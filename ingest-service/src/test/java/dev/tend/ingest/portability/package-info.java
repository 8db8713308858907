/** Tests against a stand-in that speaks LinkedIn's documented wire format over HTTP. */
@NullMarked
package dev.tend.ingest.portability;

import org.jspecify.annotations.NullMarked;
