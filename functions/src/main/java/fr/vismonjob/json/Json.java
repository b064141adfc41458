package fr.vismonjob.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * JSON as plain maps, lists, texts, numbers and booleans. Duplicate keys are an error, not a guess.
 */
public final class Json {
  private static final JSON JACKSON =
      JSON.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
          .build();

  private Json() {}

  /**
   * @throws UncheckedIOException if the bytes are not one JSON object
   */
  public static Map<String, Object> readObject(byte[] json) {
    try {
      return JACKSON.mapFrom(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UncheckedIOException if the stream is not one JSON object
   */
  public static Map<String, Object> readObject(InputStream json) {
    try {
      return JACKSON.mapFrom(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String write(Object value) {
    try {
      return JACKSON.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Object value, OutputStream out) {
    try {
      JACKSON.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
