/** Tests of what all rooms stand on, and of the whole house. */
@NullMarked
package dev.tend.notify;

import org.jspecify.annotations.NullMarked;
