package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.poll.SourceAwayException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One folder of a mailbox, over one connection. It is opened to be read only, unless mails are to
 * be moved; and even then no mail is marked as seen. For one thread.
 */
final class ImapFolder implements AutoCloseable {
  private final IMAPStore store;
  private final IMAPFolder folder;
  private final boolean tellsOfNews;

  private ImapFolder(IMAPStore store, IMAPFolder folder, boolean tellsOfNews) {
    this.store = store;
    this.folder = folder;
    this.tellsOfNews = tellsOfNews;
  }

  /** Connects, logs in and opens the folder. */
  static ImapFolder open(IngestConfig.Mailbox mailbox) throws MessagingException {
    var settings = ImapSettings.of(mailbox);
    var session = Session.getInstance(settings);
    if (!(session.getStore(ImapSettings.protocol(mailbox)) instanceof IMAPStore store)) {
      throw new IllegalStateException("Angus Mail has another store for IMAP");
    }
    try {
      store.connect(mailbox.host(), ImapSettings.port(mailbox), mailbox.user(), password(mailbox));
      if (!(store.getFolder(mailbox.folder()) instanceof IMAPFolder folder)) {
        throw new IllegalStateException("Angus Mail has other folders for IMAP");
      }
      folder.open(mailbox.moveTo().isPresent() ? Folder.READ_WRITE : Folder.READ_ONLY);
      return new ImapFolder(store, folder, store.hasCapability("IDLE"));
    } catch (MessagingException | RuntimeException failed) {
      close(store);
      throw failed;
    }
  }

  private static String password(IngestConfig.Mailbox mailbox) {
    var file = mailbox.passwordFile();
    if (file.isEmpty()) {
      return mailbox.password().orElse("");
    }
    try {
      return Files.readString(file.get()).strip();
    } catch (IOException unreadable) {
      throw new SourceAwayException("its password file cannot be read");
    }
  }

  /** Why the mailbox cannot be read, without anything that the server quotes. */
  static String reason(MessagingException failed) {
    return switch (failed) {
      case AuthenticationFailedException refused -> "the server refuses the name or the password";
      case FolderNotFoundException none -> "the folder is not there";
      default ->
          failed.getCause() == null
              ? "the connection failed (" + failed.getClass().getSimpleName() + ")"
              : "the connection failed (" + failed.getCause().getClass().getSimpleName() + ")";
    };
  }

  /** Under which all numbers of the mails hold. */
  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** Whether the server tells of new mail by itself (IDLE, RFC 2177). */
  boolean tellsOfNews() {
    return tellsOfNews;
  }

  /** How many mails there are, as the server says now. */
  int mails() throws MessagingException {
    return folder.getMessageCount();
  }

  /** The mails after this one, in the order of their numbers. */
  List<Listed> after(long last) throws MessagingException {
    var mails = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(mails, profile);
    var listed = new ArrayList<Listed>(mails.length);
    for (var mail : mails) {
      // when there is none after it, the server gives the last one
      if (mail instanceof IMAPMessage one && folder.getUID(one) > last) {
        listed.add(new Listed(folder.getUID(one), one));
      }
    }
    listed.sort(Comparator.comparingLong(Listed::uid));
    return listed;
  }

  /**
   * What is in a mail; empty when it has been removed meanwhile.
   *
   * @param largest how many bytes of it may be read
   */
  Optional<Found> read(Listed listed, long largest) throws MessagingException {
    try {
      if (listed.mail().getSize() > largest) {
        return Optional.of(new Found(new byte[0], true));
      }
      return Optional.of(read(listed.mail(), (int) largest));
    } catch (MessageRemovedException removed) {
      return Optional.empty();
    }
  }

  /** A server may understate a size. */
  private static Found read(IMAPMessage mail, int largest) throws MessagingException {
    try (var stream = mail.getMimeStream()) {
      var bytes = stream.readNBytes(largest + 1);
      return bytes.length > largest ? new Found(new byte[0], true) : new Found(bytes, false);
    } catch (IOException failed) {
      if (failed.getCause() instanceof MessageRemovedException removed) {
        throw removed;
      }
      throw new MessagingException("A mail cannot be read", failed);
    }
  }

  /**
   * Returns when the server tells of news, or after this time at the latest; then the server is
   * still there.
   */
  void awaitNews(Duration atMost) throws MessagingException {
    // any other command ends the waiting
    var alarm =
        Thread.startVirtualThread(
            () -> {
              try {
                Thread.sleep(atMost);
                var _ = folder.getMessageCount();
              } catch (InterruptedException news) {
                // there is nothing to wait for any more
              } catch (MessagingException gone) {
                close(store);
              }
            });
    try {
      folder.idle(true);
    } finally {
      alarm.interrupt();
    }
  }

  /** Moves mails to another folder, which is made when it is not there. */
  void move(List<Long> numbers, String to) throws MessagingException {
    if (numbers.isEmpty()) {
      return;
    }
    var target = store.getFolder(to);
    if (!target.exists()) {
      var _ = target.create(Folder.HOLDS_MESSAGES);
    }
    var mails =
        Arrays.stream(folder.getMessagesByUID(numbers.stream().mapToLong(n -> n).toArray()))
            .filter(mail -> mail != null)
            .toArray(Message[]::new);
    folder.moveMessages(mails, target);
  }

  /** Ends the connection, whether or not it still stands. */
  @Override
  public void close() {
    close(store);
  }

  private static void close(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException gone) {
      // it has ended all the same: the socket is closed in any case
    }
  }

  /** A mail that lies in the folder, and its number. */
  record Listed(long uid, IMAPMessage mail) {}

  /**
   * What is in a mail.
   *
   * @param bytes as they are; none when it is too large
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(byte[] bytes, boolean tooLarge) {}
}
