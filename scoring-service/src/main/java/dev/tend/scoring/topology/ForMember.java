package dev.tend.scoring.topology;

import dev.tend.events.Choice;
import dev.tend.events.Member;
import dev.tend.events.Reply;
import org.jspecify.annotations.Nullable;

/** What arrives where everything about one member lies. */
sealed interface ForMember {

  /** An invitation to them, or news about its inviter. */
  record InvitationEnriched(Enriched enriched) implements ForMember {}

  /** They are connected to somebody, or no longer. */
  record GotAcquainted(Acquainted news) implements ForMember {}

  /** They joined or changed; null when they left. */
  record MemberChanged(@Nullable Member member) implements ForMember {}

  /** An inviter answered their question. */
  record Answered(Reply reply) implements ForMember {}

  /** They did something with an invitation. */
  record Chosen(Choice choice) implements ForMember {}
}
