package dev.tend.local.demo;

/** Something of the sample firm that is fed as one. */
final class Part {
  private final String name;
  private final byte[] bytes;

  Part(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  /** What it is called, such as a member's id. */
  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Part[" + name + "]";
  }
}
