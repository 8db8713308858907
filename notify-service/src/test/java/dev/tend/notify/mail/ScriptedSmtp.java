package dev.tend.notify.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An SMTP server that says what a test wants it to say to a recipient or at the end of a mail, and
 * remembers the Message-ID of every mail that it has accepted.
 */
final class ScriptedSmtp implements AutoCloseable {
  /** Makes the server hang up instead of answering. */
  static final String HANG_UP = "";

  private final ServerSocket door;
  private final UnaryOperator<String> answers;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final List<Socket> callers = new CopyOnWriteArrayList<>();

  private ScriptedSmtp(UnaryOperator<String> answers) {
    this.answers = answers;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException("no free port", failed);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /**
   * A server on a free port.
   *
   * @param answers given {@code RCPT} and the address, or {@code END} and the Message-ID: what to
   *     say
   */
  static ScriptedSmtp answering(UnaryOperator<String> answers) {
    return new ScriptedSmtp(answers);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The Message-IDs of the mails that were accepted, in their order. */
  List<String> accepted() {
    return List.copyOf(accepted);
  }

  /** How often somebody has connected. */
  int conversations() {
    return callers.size();
  }

  private void listen() {
    try {
      while (true) {
        var caller = door.accept();
        callers.add(caller);
        Thread.ofVirtual().start(() -> converse(caller));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void converse(Socket caller) {
    try (caller;
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        var out = caller.getOutputStream()) {
      say(out, "220 scripted");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var answer = answer(line, in, out);
        if (answer.equals(HANG_UP)) {
          return;
        }
        say(out, answer);
      }
    } catch (IOException gone) {
      // the other side has hung up
    }
  }

  private String answer(String line, BufferedReader in, OutputStream out) throws IOException {
    var command = line.toUpperCase(Locale.ROOT);
    if (command.startsWith("RCPT TO:")) {
      return answers.apply("RCPT " + line.substring(line.indexOf('<') + 1, line.indexOf('>')));
    }
    if (command.equals("DATA")) {
      say(out, "354 go on");
      return end(in);
    }
    return command.equals("QUIT") ? "221 bye" : "250 fine";
  }

  private String end(BufferedReader in) throws IOException {
    var messageId = "";
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Message-ID: ")) {
        messageId = line.substring("Message-ID: ".length());
      }
    }
    var answer = answers.apply("END " + messageId);
    if (answer.startsWith("250")) {
      accepted.add(messageId);
    }
    return answer;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var caller : callers) {
      caller.close();
    }
  }
}
