package fr.vismonjob.registration;

import java.util.Optional;

/**
 * Whether mails reach somebody.
 *
 * @param stopped why nothing more is sent, in French words; empty as long as mails are sent
 * @param toCall why an organiser should call, as a French sentence; the organiser takes it out
 */
public record Reachability(Optional<String> stopped, Optional<String> toCall) {
  /** Nothing is known to be wrong. */
  public static final Reachability GOOD = new Reachability(Optional.empty(), Optional.empty());
}
