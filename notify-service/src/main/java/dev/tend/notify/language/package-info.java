/**
 * The languages that Tend speaks: the phrases of every mail and page, one file for each language,
 * and how a day and a time are told in it. Texts of other people are not phrases and stay out.
 */
@NullMarked
package dev.tend.notify.language;

import org.jspecify.annotations.NullMarked;
