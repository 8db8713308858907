/**
 * Real parts for tests: a broker, a database and a mail server, tokens, and aids that read and
 * write topics and mailboxes; also the rules of the house for code. Nothing of a service may enter,
 * and nothing here is a stand-in for one.
 */
@NullMarked
package dev.tend.testing;

import org.jspecify.annotations.NullMarked;
