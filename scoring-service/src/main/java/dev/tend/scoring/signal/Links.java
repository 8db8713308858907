package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a note leads out of LinkedIn: by a link, an address, a phone number or a messenger. */
final class Links {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:https?://|www\\.|\\b[a-z0-9][a-z0-9-]{1,40}\\.(?:com|net|org|io|me|ly|co|biz|info|shop|app|xyz|link|site|online|store|ai|gl|gg|to|ru|cn|ca|de|fr|es|br|pt|uk|eu|ch|at|us)\\b)");

  /** Nine digits or more, with the signs that stand in a phone number between them. */
  private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ ().\\-/]{0,2}\\d){8,14}");

  private static final Phrases<String> MESSENGERS =
      Phrases.of(
          book ->
              List.of(
                      "WhatsApp",
                      "Telegram",
                      "WeChat",
                      "Viber",
                      "Skype",
                      "Line ID",
                      "Signal App",
                      "KakaoTalk",
                      "Snapchat")
                  .forEach(name -> book.add(name, name)));

  private Links() {}

  /** What leads out, in words, such as "a link"; empty when nothing does. */
  static Optional<String> in(Text text) {
    var raw = text.raw();
    if (raw.indexOf('@') > 0 && raw.matches("(?s).*\\S@\\S+\\.\\S+.*")) {
      return Optional.of("an e-mail address");
    }
    if ((raw.indexOf('.') >= 0 || raw.contains("://")) && ADDRESS.matcher(raw).find()) {
      return Optional.of("a link");
    }
    if (digits(raw) >= 9 && PHONE.matcher(raw).find()) {
      return Optional.of("a phone number");
    }
    return MESSENGERS.in(text.words()).stream()
        .findFirst()
        .map(found -> "a way to reach them by " + found.value());
  }

  private static long digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits;
  }
}
