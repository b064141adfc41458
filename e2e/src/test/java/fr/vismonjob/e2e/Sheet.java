package fr.vismonjob.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What somebody fills in, each field with its values, to be sent as a form or as JSON. */
record Sheet(String path, Map<String, List<String>> values) {
  private static final Set<String> LISTS = Set.of("dates", "metiers", "administrations");
  private static final Set<String> NUMBERS = Set.of("capacite", "rayon_km");
  private static final Set<String> TRUTHS = Set.of("consentement", "tout_metier");

  /** Tells the people of this run from those of an earlier one on the same stack. */
  private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A name that nobody else has. */
  static String unique(String name) {
    return name + "-" + RUN + "-" + COUNT.incrementAndGet();
  }

  /** The address of somebody in the administration who has not registered. */
  static String colleague() {
    return unique("alix") + "@essai.exemple.gouv.fr";
  }

  static Sheet ambassador(LocalDate day) {
    return new Sheet("/ambassadeurs", Map.of())
        .with("prenom", "Ada")
        .with("nom", "Lenoir")
        .with("courriel", unique("ada") + "@essai.exemple.gouv.fr")
        .with("code_postal", "75007")
        .with("dates", day.toString())
        .with("consentement", "oui")
        .with("administration", "justice")
        .with("service", "Direction du numérique")
        .with("echelon", "centrale")
        .with("metier", "developpement")
        .with("intitule", "Développeuse");
  }

  static Sheet student(LocalDate day) {
    return new Sheet("/etudiants", Map.of())
        .with("prenom", "Basile")
        .with("nom", "Courtois")
        .with("courriel", unique("basile") + "@etudiants.example")
        .with("code_postal", "75013")
        .with("dates", day.toString())
        .with("consentement", "oui")
        .with("etablissement", "Université d’essai")
        .with("niveau", "bac+3")
        .with("metiers", "developpement");
  }

  Sheet with(String field, String... all) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(field, List.of(all));
    return new Sheet(path, changed);
  }

  Sheet without(String field) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.remove(field);
    return new Sheet(path, changed);
  }

  String one(String field) {
    return values.getOrDefault(field, List.of("")).getFirst();
  }

  String address() {
    return one("courriel");
  }

  String form() {
    return values.entrySet().stream()
        .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(pair(namesAndValues[i], namesAndValues[i + 1]));
    }
    return form.toString();
  }

  private static String pair(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Map<String, Object> jsonFields() {
    Map<String, Object> object = new LinkedHashMap<>();
    values.forEach(
        (field, all) -> {
          if (LISTS.contains(field) || !all.isEmpty()) {
            object.put(field, jsonValue(field, all));
          }
        });
    return object;
  }

  String json() {
    return Json.write(jsonFields());
  }

  /** The same with one value that only JSON can express. */
  String jsonWith(String field, Object value) {
    Map<String, Object> object = jsonFields();
    object.put(field, value);
    return Json.write(object);
  }

  private static Object jsonValue(String field, List<String> all) {
    if (LISTS.contains(field)) {
      return all;
    }
    String value = all.getFirst();
    if (NUMBERS.contains(field) && value.matches("-?[0-9]{1,9}")) {
      return Integer.valueOf(value);
    }
    return TRUTHS.contains(field) && value.equals("oui") ? (Object) true : value;
  }

  static String[] dates(LocalDate... days) {
    return Arrays.stream(days).map(LocalDate::toString).toArray(String[]::new);
  }
}
