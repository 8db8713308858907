package dev.tend.scoring.topology;

import java.time.Duration;

/**
 * How the stores are looked through for what time has changed.
 *
 * @param every how often
 * @param steps at how many values each time, which bounds the pause
 */
record Sweep(Duration every, int steps) {}
