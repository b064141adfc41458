package fr.vismonjob.e2e;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON as maps, lists and plain values. */
final class Json {
  private Json() {}

  static Map<String, Object> object(byte[] json) {
    try {
      return JSON.std.mapFrom(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A member that is there. */
  static Object member(Object object, String name) {
    return Objects.requireNonNull(asObject(object).get(name), name);
  }

  static List<Map<String, Object>> objects(Object list) {
    return ((List<?>) list).stream().map(Json::asObject).toList();
  }

  @SuppressWarnings("unchecked") // JSON's keys are texts
  static Map<String, Object> asObject(Object value) {
    return (Map<String, Object>) value;
  }

  static List<Object> list(byte[] json) {
    try {
      return JSON.std.listFrom(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Object value) {
    try {
      return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
