/**
 * All of Tend on one machine: starts a broker, a database, a mail server and the three services,
 * watches over them, and stops them in order. What the services do is none of its business; they
 * meet it as processes with an environment, never as classes.
 */
@NullMarked
package dev.tend.local;

import org.jspecify.annotations.NullMarked;
