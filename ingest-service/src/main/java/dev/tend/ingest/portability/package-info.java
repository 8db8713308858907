/**
 * LinkedIn's Member Data Portability API, for members who consent: the consent itself (OAuth 2), a
 * snapshot for the start, and the changelog from then on. The changelog says that something
 * happened and names people by an urn; the snapshot says who they are.
 *
 * <p>No token leaves this room unsealed, and nothing of LinkedIn's interface is known outside it.
 */
@NullMarked
package dev.tend.ingest.portability;

import org.jspecify.annotations.NullMarked;
