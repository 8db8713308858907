/**
 * Topics that ingest-service keeps in memory: it follows them from their first record on, and says
 * when it has caught up. It uses kafka-clients directly, since a view wants every partition, no
 * group and no commits.
 *
 * <p>What the records mean stays in the rooms that follow a topic.
 */
@NullMarked
package dev.tend.ingest.view;

import org.jspecify.annotations.NullMarked;
