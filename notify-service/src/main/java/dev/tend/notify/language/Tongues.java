package dev.tend.notify.language;

import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language to speak. A language is spoken when {@code messages/say_<tag>.properties}
 * stands on the class path; whatever else is wished for becomes English.
 */
@ApplicationScoped
public class Tongues {
  private final Instance<Phrases> phrases;

  @Inject
  Tongues(@Any Instance<Phrases> phrases) {
    this.phrases = phrases;
  }

  /** The wished language, with its region if that has a file of its own, or English. */
  public Tongue of(Locale wished) {
    for (var tag : List.of(wished.toLanguageTag(), wished.getLanguage())) {
      var found = spoken(tag);
      if (found != null) {
        return new Tongue(wished, found);
      }
    }
    var english = spoken("en");
    if (english == null) {
      throw new IllegalStateException("messages/say_en.properties is missing from this build");
    }
    return new Tongue(Locale.ENGLISH, english);
  }

  private @Nullable Phrases spoken(String tag) {
    var found = phrases.select(Localized.Literal.of(tag));
    return found.isResolvable() ? found.get() : null;
  }
}
