package fr.vismonjob.web;

import fr.vismonjob.form.Fields;
import fr.vismonjob.json.Json;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the bytes of a form or of a JSON object as fields. */
final class FormBody {
  private static final String NOT_UTF_8 = "Le texte reçu n’est pas en UTF-8.";

  /** A body is not what its type says. The message is for the sender, in French. */
  static final class UnreadableBody extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableBody(String message) {
      super(message);
    }
  }

  private FormBody() {}

  /**
   * @throws UnreadableBody if the bytes are not what the type says
   */
  static Fields urlEncoded(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : latin1(body).split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    return Fields.of(values);
  }

  /**
   * @throws UnreadableBody if the bytes are not one JSON object in UTF-8, a key appears twice, or a
   *     text has half of a surrogate pair, which is no character
   */
  static Fields json(byte[] body) {
    String text = utf8(body);
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableBody(NOT_UTF_8); // UTF-16, which the parser would read too
    }
    try {
      Map<String, Object> object = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
      if (!isText(object)) {
        throw new UnreadableBody("Un texte contient la moitié d’un caractère.");
      }
      return Fields.ofJson(object);
    } catch (UncheckedIOException e) {
      throw new UnreadableBody("Le corps de la requête n’est pas un objet JSON valide.");
    }
  }

  private static boolean isText(Object value) {
    return switch (value) {
      case String text -> StandardCharsets.UTF_8.newEncoder().canEncode(text);
      case List<?> list -> list.stream().filter(Objects::nonNull).allMatch(FormBody::isText);
      case Map<?, ?> map ->
          isText(List.copyOf(map.keySet())) && isText(new ArrayList<>(map.values()));
      default -> true;
    };
  }

  /** A character for each byte: only the decoded bytes together have to be UTF-8. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String decode(String encoded) {
    try {
      String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
      return utf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new UnreadableBody("Le formulaire contient un encodage « % » incomplet.");
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableBody(NOT_UTF_8);
    }
  }
}
