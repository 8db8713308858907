/**
 * The door through which one invitation is judged without any consequence: {@code POST /explain}.
 *
 * <p>It needs no broker and no state: everything that is to be known comes in the body. No topic
 * and no store may enter.
 */
@NullMarked
package dev.tend.scoring.explain;

import org.jspecify.annotations.NullMarked;
