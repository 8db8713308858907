/**
 * When two names mean the same: employers, schools, fields, places and people, under whatever
 * spelling. Precision comes before recall, since a wrong "you both worked at" is worse than a
 * missed one.
 *
 * <p>Pure text in, answers out: no clock, I/O, Kafka, Quarkus or Jakarta, and nothing that looks at
 * where a person's name comes from.
 */
@NullMarked
package dev.tend.scoring.name;

import org.jspecify.annotations.NullMarked;
