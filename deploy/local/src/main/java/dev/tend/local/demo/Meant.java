package dev.tend.local.demo;

import dev.tend.events.PersonKey;
import dev.tend.events.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of the sample firm would decide about one invitation.
 *
 * @param invitation its id; empty where member and inviter say which one is meant
 * @param verdict any of these is fine
 * @param afterAnswer what becomes of it once the inviter has answered the question; null when
 *     nobody answers
 * @param reasons names of signals that should be among those given
 * @param story why the invitation is there
 */
record Meant(
    String member,
    PersonKey inviter,
    String invitation,
    List<Verdict> verdict,
    @Nullable Verdict afterAnswer,
    List<String> reasons,
    String story) {
  Meant(
      String member,
      PersonKey inviter,
      @Nullable String invitation,
      List<Verdict> verdict,
      @Nullable Verdict afterAnswer,
      @Nullable List<String> reasons,
      String story) {
    this.member = member;
    this.inviter = inviter;
    this.invitation = invitation == null ? "" : invitation;
    this.verdict = List.copyOf(verdict);
    this.afterAnswer = afterAnswer;
    this.reasons = reasons == null ? List.of() : List.copyOf(reasons);
    this.story = story;
  }

  boolean isAbout(Judged judged) {
    return member.equals(judged.member())
        && inviter.equals(judged.inviter())
        && (invitation.isEmpty() || invitation.equals(judged.invitation()));
  }
}
