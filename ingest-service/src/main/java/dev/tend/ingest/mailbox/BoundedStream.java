package dev.tend.ingest.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception where it becomes too long. For one thread. */
final class BoundedStream extends FilterInputStream {
  private long left;

  BoundedStream(InputStream stream, long most) {
    super(stream);
    left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws TooLongException {
    left -= read;
    if (left < 0) {
      throw new TooLongException();
    }
  }

  /** There is more than is wanted. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
