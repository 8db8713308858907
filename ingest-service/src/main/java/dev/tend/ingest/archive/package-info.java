/**
 * LinkedIn's export archive: a zip of CSV files is spooled, checked, and read in the background
 * into the member's own history, their connections and the invitations they received.
 *
 * <p>Nothing is unpacked to disk, and what Tend has no use for (birth dates, addresses, the texts
 * of messages) is never read into a record. The rows of the portability API are read by the same
 * code.
 */
@NullMarked
package dev.tend.ingest.archive;

import org.jspecify.annotations.NullMarked;
