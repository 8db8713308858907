package dev.tend.notify.choice;

import dev.tend.events.Choice;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Remembers what members chose; the latest choice on an invitation stands. */
@ApplicationScoped
public class Choices {
  private final Questions questions;

  Choices(Questions questions) {
    this.questions = questions;
  }

  /**
   * Stores a choice, once, and settles what it means for a question to the inviter.
   *
   * @param id the {@code ce_id} of its event
   */
  public void store(Handle transaction, String id, Choice choice) {
    boolean added =
        transaction
                .createUpdate(
                    """
                    insert into choices (id, invitation, member, inviter, choice, chosen_at)
                    values (:id, :invitation, :member, :inviter, :choice, :at)
                    on conflict do nothing
                    """)
                .bind("id", id)
                .bind("invitation", choice.invitation())
                .bind("member", choice.member())
                .bind("inviter", choice.inviter().path())
                .bind("choice", word(choice.choice()))
                .bind("at", choice.chosenAt())
                .execute()
            > 0;
    if (added) {
      stand(transaction, choice);
      questions.settle(transaction, List.of(choice.member()), List.of(choice.invitation()));
    }
  }

  private static void stand(Handle transaction, Choice choice) {
    transaction
        .createUpdate(
            """
            insert into standing_choices (invitation, member, choice, chosen_at)
            values (:invitation, :member, :choice, :at)
            on conflict (invitation) do update
            set choice = excluded.choice, chosen_at = excluded.chosen_at
            where standing_choices.chosen_at <= excluded.chosen_at
            """)
        .bind("invitation", choice.invitation())
        .bind("member", choice.member())
        .bind("choice", word(choice.choice()))
        .bind("at", choice.chosenAt())
        .execute();
  }

  static String word(Choice.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
