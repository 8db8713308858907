/**
 * How events lie on Kafka: headers, partitions and topic settings. Only kafka-clients may enter; no
 * rule about invitations does.
 */
@NullMarked
package dev.tend.events.kafka;

import org.jspecify.annotations.NullMarked;
