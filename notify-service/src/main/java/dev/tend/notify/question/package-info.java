/**
 * "Remind me how we're connected": the mail to an inviter, and the same words for a member to
 * paste. Whether to ask is decided by scoring-service, reading the answer by ingest-service.
 */
@NullMarked
package dev.tend.notify.question;

import org.jspecify.annotations.NullMarked;
