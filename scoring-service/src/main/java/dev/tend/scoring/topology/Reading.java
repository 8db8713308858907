package dev.tend.scoring.topology;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Erasure;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import dev.tend.events.Reply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the records of each topic are read: the value by its codec, and the key must be the one that
 * the value belongs under, or it would be judged on a partition that knows nothing of it.
 */
final class Reading {
  private Reading() {}

  /** Reads one record of a topic. */
  @FunctionalInterface
  interface Reader<N> {
    Decoded<N> read(String key, byte @Nullable [] value);
  }

  static Decoded<AboutInviter> invitation(String key, byte @Nullable [] value) {
    return placed(
        key,
        value,
        Invitation.class,
        invitation -> invitation.inviter().profile().path(),
        invitation -> AboutInviter.Invited.of(invitation.identified()));
  }

  static Decoded<AboutInviter> person(String key, byte @Nullable [] value) {
    return value == null
        ? new Decoded.Value<>(new AboutInviter.PersonKnown(null))
        : placed(
            key,
            value,
            Person.class,
            person -> person.profile().path(),
            AboutInviter.PersonKnown::new);
  }

  static Decoded<AboutInviter> connection(String key, byte @Nullable [] value) {
    return value == null
        ? gone(key)
        : placed(
            key,
            value,
            Connection.class,
            connection -> connection.key().toString(),
            connection -> new AboutInviter.Connected(connection.key(), connection));
  }

  static Decoded<ForMember> member(String key, byte @Nullable [] value) {
    return value == null
        ? new Decoded.Value<>(new ForMember.MemberChanged(null))
        : placed(key, value, Member.class, Member::id, ForMember.MemberChanged::new);
  }

  static Decoded<ForMember> reply(String key, byte @Nullable [] value) {
    return placed(key, value, Reply.class, Reply::member, ForMember.Answered::new);
  }

  static Decoded<ForMember> choice(String key, byte @Nullable [] value) {
    return placed(key, value, Choice.class, Choice::member, ForMember.Chosen::new);
  }

  static Decoded<Erasure> erasure(String key, byte @Nullable [] value) {
    return placed(key, value, Erasure.class, Erasure::receipt, erasure -> erasure);
  }

  private static Decoded<AboutInviter> gone(String key) {
    try {
      return new Decoded.Value<>(new AboutInviter.Connected(ConnectionKey.of(key), null));
    } catch (RefusedException refused) {
      return misplaced(refused.refusal().reason());
    }
  }

  private static <T, N> Decoded<N> placed(
      String key,
      byte @Nullable [] value,
      Class<T> type,
      Function<T, String> keyOf,
      Function<T, N> news) {
    if (value == null) {
      return new Decoded.Refused<>(
          DeadLetter.Reason.INVALID, new Refusal("", "must not be a tombstone on this topic"));
    }
    return switch (Codec.TOPIC.read(value, type)) {
      case Decoded.Refused<T>(var reason, var refusal) -> new Decoded.Refused<>(reason, refusal);
      case Decoded.Value<T>(var read) ->
          keyOf.apply(read).equals(key)
              ? new Decoded.Value<>(news.apply(read))
              : misplaced("does not lie under its own key");
    };
  }

  private static <N> Decoded<N> misplaced(String why) {
    return new Decoded.Refused<>(DeadLetter.Reason.MISPLACED, new Refusal("", why));
  }
}
