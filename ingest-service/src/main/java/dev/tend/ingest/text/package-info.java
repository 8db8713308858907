/**
 * Makes plain text of what exports and mails hold: entities, odd spaces, control characters. It
 * knows neither files nor mails.
 */
@NullMarked
package dev.tend.ingest.text;

import org.jspecify.annotations.NullMarked;
