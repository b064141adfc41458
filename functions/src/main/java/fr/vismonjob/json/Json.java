package fr.vismonjob.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON as plain maps, lists, texts, numbers and booleans. A duplicate key is an error. */
public final class Json {
  /**
   * More levels are none of ours. Each takes some room on the stack, also where the values are
   * looked through afterwards.
   */
  private static final int DEEPEST = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();
  private static final JSON JACKSON =
      JSON.builder(FACTORY).enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

  private Json() {}

  /**
   * @throws UncheckedIOException if the bytes are not one JSON object and nothing else
   */
  public static Map<String, Object> readObject(byte[] json) {
    return readObject(new ByteArrayInputStream(json));
  }

  /**
   * @throws UncheckedIOException if the stream is not one JSON object and nothing else
   */
  public static Map<String, Object> readObject(InputStream json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      Map<String, Object> object =
          parser.nextToken() == JsonToken.START_OBJECT ? JACKSON.mapFrom(parser) : null;
      if (object == null || parser.nextToken() != null) {
        throw new IOException("not one JSON object");
      }
      return object;
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
