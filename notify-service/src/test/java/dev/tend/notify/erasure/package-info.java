/** Tests of what is heard on the topics: all of it, once, whatever happens meanwhile. */
@NullMarked
package dev.tend.notify.erasure;

import org.jspecify.annotations.NullMarked;
