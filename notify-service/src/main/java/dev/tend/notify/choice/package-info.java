/**
 * What members do with the advice: the signed links in their mails, the small page behind them, and
 * the choices themselves. What a choice teaches is scoring-service's matter.
 */
@NullMarked
package dev.tend.notify.choice;

import org.jspecify.annotations.NullMarked;
