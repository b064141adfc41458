package fr.vismonjob.registration;

import java.util.List;
import java.util.Optional;

/**
 * Whom organisers want a person to be paired with in the next run.
 *
 * @param with keys of the others' registrations, as organisers typed them
 * @param refusal why the latest run could not do it, in French
 */
public record Imposed(List<String> with, Optional<String> refusal) {
  public static final Imposed NOBODY = new Imposed(List.of(), Optional.empty());

  public Imposed {
    with = List.copyOf(with);
  }

  /** The others, once the person is paired with this one. */
  List<String> without(String other) {
    return with.stream().filter(key -> !key.equals(other)).toList();
  }
}
