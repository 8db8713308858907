package dev.tend.ingest.mailbox;

import dev.tend.ingest.text.Entities;
import java.util.Locale;
import java.util.Set;

/**
 * Makes lines of HTML as a reader sees them: block elements begin a line, quoted blocks are marked
 * with {@code >} as in plain text, scripts and styles are left out. One pass, whatever the input.
 */
final class HtmlLines {
  private static final Set<String> BLOCKS =
      Set.of("br", "p", "div", "tr", "td", "table", "li", "ul", "ol", "h1", "h2", "h3", "hr");
  private static final Set<String> SILENT = Set.of("script", "style", "head", "title");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;

  private HtmlLines() {}

  /** The text, line by line; lines are stripped, and blank ones stay out. */
  static String of(String html) {
    var lines = new HtmlLines();
    lines.read(html);
    lines.end();
    return lines.text.toString();
  }

  private void read(String html) {
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) {
        line.append(html, at, html.length());
        return;
      }
      line.append(html, at, tag);
      int close = html.indexOf('>', tag);
      if (close < 0) {
        return;
      }
      at = tag(html, tag, close);
    }
  }

  /** Reads a tag and returns where the text goes on. */
  private int tag(String html, int open, int close) {
    boolean ends = html.startsWith("</", open);
    int start = open + (ends ? 2 : 1);
    int end = start;
    while (end < close && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    var name = html.substring(start, end).toLowerCase(Locale.ROOT);
    if (html.startsWith("<!--", open)) {
      int comment = html.indexOf("-->", open);
      return comment < 0 ? html.length() : comment + 3;
    }
    if (!ends && SILENT.contains(name)) {
      int silent = html.indexOf("</" + name, close);
      return silent < 0 ? html.length() : Math.max(close + 1, html.indexOf('>', silent) + 1);
    }
    if (name.equals("blockquote")) {
      end();
      quotes = Math.max(0, quotes + (ends ? -1 : 1));
    } else if (BLOCKS.contains(name)) {
      end();
    }
    return close + 1;
  }

  private void end() {
    var words = Entities.decoded(line.toString()).replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (!words.isEmpty()) {
      text.append("> ".repeat(Math.min(quotes, 1))).append(words).append('\n');
    }
    line.setLength(0);
  }
}
