package dev.tend.scoring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that grow as they are written, or are read from somewhere on. */
final class PackedBytes {
  private byte[] bytes;
  private int at;

  PackedBytes(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int position() {
    return at;
  }

  int remaining() {
    return bytes.length - at;
  }

  void skipTo(int position) {
    at = position;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, at);
  }

  void write(byte value) {
    ensure(1);
    bytes[at++] = value;
  }

  byte read() {
    return bytes[at++];
  }

  /** Seven bits a byte, the lowest first: small numbers take one byte. */
  void writeNumber(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  long readNumber() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  /** The length and one, so that null is 0; then UTF-8. */
  void writeText(@Nullable String text) {
    if (text == null) {
      writeNumber(0);
      return;
    }
    var utf8 = text.getBytes(UTF_8);
    writeNumber(utf8.length + 1L);
    ensure(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
  }

  @Nullable String readText() {
    int length = (int) readNumber() - 1;
    if (length <= 0) {
      return length == 0 ? "" : null;
    }
    var text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  /** Leaves room for {@link #writeLength}. */
  int reserveLength() {
    ensure(3);
    at += 3;
    return at;
  }

  /** Writes how many bytes came since they were reserved. */
  void writeLength(int since) {
    int length = at - since;
    if (length >= 1 << 24) {
      throw new IllegalArgumentException("a value of more than 16 MB");
    }
    bytes[since - 3] = (byte) (length >> 16);
    bytes[since - 2] = (byte) (length >> 8);
    bytes[since - 1] = (byte) length;
  }

  int readLength() {
    int length = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
    at += 3;
    return length;
  }

  private void ensure(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
    }
  }
}
