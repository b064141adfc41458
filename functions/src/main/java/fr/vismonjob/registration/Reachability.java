package fr.vismonjob.registration;

import java.util.Optional;

/**
 * Whether mails reach a person.
 *
 * @param stopped why no more mails are sent, in French words; empty as long as mails are sent
 * @param toCall why an organiser should call, as a French sentence; the organiser removes it
 *     afterwards
 */
public record Reachability(Optional<String> stopped, Optional<String> toCall) {
  /** Says that the person wants no mails; any other reason says that none arrives. */
  public static final String COMPLAINT = "la personne a signalé le mail comme indésirable";

  /** No mail to the person was rejected. */
  public static final Reachability GOOD = new Reachability(Optional.empty(), Optional.empty());

  public boolean isComplaint() {
    return stopped.filter(COMPLAINT::equals).isPresent();
  }
}
