/**
 * {@code tend-import}: brings the export archives of several members in from the command line, over
 * the same door as everybody else.
 *
 * <p>It is a program of its own and talks HTTP; nothing of the running service may enter.
 */
@NullMarked
package dev.tend.ingest.command;

import org.jspecify.annotations.NullMarked;
