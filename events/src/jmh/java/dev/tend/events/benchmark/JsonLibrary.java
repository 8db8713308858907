package dev.tend.events.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.tend.events.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;

/** What is compared. */
public enum JsonLibrary {
  /** What the services do. */
  CODEC {
    @Override
    Format format() {
      return new Format() {
        @Override
        public <T> T read(byte[] json, Class<T> type) {
          return JsonBenchmark.value(Codec.TOPIC.read(json, type));
        }

        @Override
        public byte[] write(Object value) {
          return Codec.TOPIC.write(value);
        }
      };
    }
  },
  /** Jackson with our rules, without anything around it. */
  JACKSON {
    @Override
    Format format() {
      return new Jackson(Codec.TOPIC.mapper());
    }
  },
  /** The same, with generated access to constructors and fields. */
  JACKSON_BLACKBIRD {
    @Override
    Format format() {
      return new Jackson(Codec.TOPIC.mapper().registerModule(new BlackbirdModule()));
    }
  },
  /** The same, with one reader and one writer kept for each record. */
  JACKSON_READER_PER_TYPE {
    @Override
    Format format() {
      return new ReaderPerType(Codec.TOPIC.mapper());
    }
  },
  /** The same, without interning field names. */
  JACKSON_NO_INTERN {
    @Override
    Format format() {
      var mapper = Codec.TOPIC.mapper();
      mapper.getFactory().configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false);
      return new Jackson(mapper);
    }
  },
  /** The same, letting a field stand twice: what this check costs. */
  JACKSON_DUPLICATES {
    @Override
    Format format() {
      var mapper = Codec.TOPIC.mapper();
      mapper
          .getFactory()
          .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), false);
      return new Jackson(mapper);
    }
  },
  /** Adapters generated at compile time. */
  AVAJE {
    @Override
    Format format() {
      return new Avaje();
    }
  },
  /** Adapters generated at run time. */
  FASTJSON2 {
    @Override
    Format format() {
      return new Fastjson();
    }
  };

  abstract Format format();

  /** Reads and writes records. */
  interface Format {
    <T> T read(byte[] json, Class<T> type);

    byte[] write(Object value);
  }

  private record Jackson(ObjectMapper mapper) implements Format {
    @Override
    public <T> T read(byte[] json, Class<T> type) {
      try {
        return mapper.readValue(json, type);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public byte[] write(Object value) {
      try {
        return mapper.writeValueAsBytes(value);
      } catch (JsonProcessingException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static final class ReaderPerType implements Format {
    private final ObjectMapper mapper;
    private final ConcurrentHashMap<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    ReaderPerType(ObjectMapper mapper) {
      this.mapper = mapper;
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) {
      try {
        return readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public byte[] write(Object value) {
      try {
        return writers
            .computeIfAbsent(value.getClass(), mapper::writerFor)
            .writeValueAsBytes(value);
      } catch (JsonProcessingException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
