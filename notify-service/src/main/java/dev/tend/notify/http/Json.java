package dev.tend.notify.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tend.events.Codec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets answers be written by the same rules as everything else in Tend. */
final class Json {
  private Json() {}

  @Produces
  @Singleton
  static ObjectMapper mapper() {
    return Codec.DOOR.mapper();
  }
}
