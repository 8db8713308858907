package dev.tend.ingest.poll;

import java.util.Collection;
import java.util.Set;

/**
 * A kind of source. Every bean of this type is asked, often and by several threads, which sources
 * there are; so the answer should be at hand.
 */
public interface Connector {

  /**
   * The sources of this kind that should be read.
   *
   * @param remembered those that have something on {@code tend.sources}, of every kind; a connector
   *     whose sources come and go at run time finds them here
   */
  Collection<? extends PolledSource> sources(Set<String> remembered);
}
