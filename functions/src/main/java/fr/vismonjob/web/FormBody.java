package fr.vismonjob.web;

import fr.vismonjob.form.Fields;
import fr.vismonjob.json.Json;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the bytes of a form or of a JSON object as fields. */
final class FormBody {
  private FormBody() {}

  /**
   * @throws UnreadableBody if the bytes are not what the type says
   */
  static Fields urlEncoded(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : utf8(body).split("&", -1)) {
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
    try {
      Map<String, Object> object = Json.readObject(utf8(body).getBytes(StandardCharsets.UTF_8));
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

  private static String decode(String encoded) {
    byte[] in = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '+') {
        out.put((byte) ' ');
      } else if (in[i] == '%') {
        int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
        int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new UnreadableBody("Le formulaire contient un encodage « % » incomplet.");
        }
        out.put((byte) (high << 4 | low));
        i += 2;
      } else {
        out.put(in[i]);
      }
    }
    return utf8(Arrays.copyOf(out.array(), out.position()));
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableBody("Le texte reçu n’est pas en UTF-8.");
    }
  }
}
