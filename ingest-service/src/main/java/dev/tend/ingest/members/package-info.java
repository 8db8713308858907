/**
 * Who is served: the door for members, and the members as they are stored, for the doors that need
 * to know them.
 *
 * <p>What is judged about a member's invitations stays in scoring-service.
 */
@NullMarked
package dev.tend.ingest.members;

import org.jspecify.annotations.NullMarked;
