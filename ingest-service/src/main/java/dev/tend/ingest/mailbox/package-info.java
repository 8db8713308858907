/**
 * Mail: LinkedIn's invitation notices with what proves their origin, answers to the question that
 * Tend asks, and its bounces. It comes by a door or out of mailboxes, and is sorted in the same way
 * ({@code Sorting}), which publishes nothing; whoever brought the mail does.
 *
 * <p>How a judgement takes a notice that nothing proves is scoring-service's affair.
 */
@NullMarked
package dev.tend.ingest.mailbox;

import org.jspecify.annotations.NullMarked;
