package dev.tend.local;

/** Somebody who tells Tend of invitations as they come, whether ingest-service runs or not. */
interface LiveSource {
  /** How many invitations are told of at once. */
  int SHARE = 5;

  /**
   * Tells of {@link #SHARE} invitations, the first of which has this number, and returns when they
   * are in safe hands. Each number is told of once.
   */
  void tell(int first);
}
