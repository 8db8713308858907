/**
 * What a member sees of their invitations, as JSON; pages for people follow. It only reads: what is
 * shown was written by other rooms.
 */
@NullMarked
package dev.tend.notify.page;

import org.jspecify.annotations.NullMarked;
