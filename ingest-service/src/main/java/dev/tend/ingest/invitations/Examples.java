package dev.tend.ingest.invitations;

/** What the description of the door shows. A test sends each of them. */
final class Examples {
  static final String ONE =
      "{\"member\":\"amy.chen\",\"inviter\":{\"profile\":\"https://www.linkedin.com/in/jane-doe\",\"name\":\"Jane Doe\",\"headline\":\"Head of Data\"},\"note\":\"We met in Lisbon.\",\"sentAt\":\"2026-01-29T14:37:00Z\",\"mutualConnections\":3}";

  static final String EVENT =
      "{\"specversion\":\"1.0\",\"id\":\"4711\",\"source\":\"/crm\",\"type\":\"dev.tend.invitation.received.v1\",\"data\":"
          + ONE
          + "}";

  static final String ANSWER =
      "{\"accepted\":1,\"invitations\":[\"4711\"],\"refused\":[{\"index\":1,\"field\":\"inviter\",\"reason\":\"is required\"}]}";

  private Examples() {}
}
