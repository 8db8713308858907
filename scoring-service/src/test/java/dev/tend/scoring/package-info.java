/** What holds for the whole service. */
@NullMarked
package dev.tend.scoring;

import org.jspecify.annotations.NullMarked;
