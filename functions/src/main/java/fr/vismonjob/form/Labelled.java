package fr.vismonjob.form;

import java.util.List;
import java.util.Optional;

/** A stable code and the words that people read for it. */
public record Labelled(String code, String label) {
  public static List<String> codes(List<Labelled> all) {
    return all.stream().map(Labelled::code).toList();
  }

  public static Optional<Labelled> find(List<Labelled> choices, String code) {
    return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
  }
}
