/**
 * What every mail needs whatever it says: its words in two forms, the way from due to sent, the
 * last step to an SMTP server. What a mail is about, and whom it is for, is decided elsewhere.
 */
@NullMarked
package dev.tend.notify.mail;

import org.jspecify.annotations.NullMarked;
