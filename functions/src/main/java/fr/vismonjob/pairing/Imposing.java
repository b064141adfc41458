package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom organisers want to be paired in the run of that day, and whether each pair is possible on
 * its own. Distance and wishes need not fit, and an earlier cancellation does not count.
 */
public record Imposing(RegistrationTable registrations, LocalDate today) {
  /** DynamoDB refuses to look for much longer ones. */
  private static final int LONGEST_KEY = 100;

  private static final String UNKNOWN = "Aucune inscription n’a cette clé.";
  private static final String UNREADABLE =
      "L’inscription qui a cette clé ne peut pas être lue\u00a0: elle est à corriger d’abord.";
  private static final String SELF = "Cette clé est celle de l’inscription elle-même.";
  private static final String OTHER_EDITION = "Cette clé est celle d’une autre édition.";
  private static final String SAME_ROLE =
      "Les deux inscriptions ont le même rôle\u00a0: un binôme réunit une personne qui accueille et"
          + " une personne en études.";
  private static final String SAME_PERSON = "Les deux inscriptions ont la même adresse.";
  private static final String TOGETHER = "Ces deux personnes sont déjà en binôme.";
  private static final String FORBIDDEN =
      "L’attribut «\u00a0jamais_avec\u00a0» sépare ces deux personnes\u00a0: retirez-le d’abord.";
  private static final String NO_DAY = "Ces deux personnes n’ont aucune date à venir en commun.";

  private static final String HANDED_ON =
      " a confié une place à une ou un collègue, et cette place reste vide\u00a0: augmentez"
          + " son attribut «\u00a0capacite\u00a0» (3 au plus), ou demandez-lui de modifier ses"
          + " réponses, ce qui libère la place.";

  /** One request for each key; one without a pair if only an old refusal is left. */
  public Stream<ImposedRequest> of(Registration person) {
    String said = person.imposed().refusal().orElse("");
    if (person.imposed().with().isEmpty()) {
      return said.isEmpty()
          ? Stream.empty()
          : Stream.of(new ImposedRequest(person.id(), said, Optional.empty(), ""));
    }
    return person.imposed().with().stream().distinct().map(key -> request(person, said, key));
  }

  private ImposedRequest request(Registration person, String said, String key) {
    try {
      Optional<Registration> other =
          key.length() > LONGEST_KEY ? Optional.empty() : registrations.find(key);
      String refusal = other.map(found -> refusal(person, found)).orElse(UNKNOWN);
      return new ImposedRequest(
          person.id(),
          said,
          other.filter(_ -> refusal.isEmpty()).map(found -> pair(person, found.id())),
          refusal);
    } catch (UnreadableRow e) {
      return new ImposedRequest(person.id(), said, Optional.empty(), UNREADABLE);
    }
  }

  /** The two as a pair, whichever role the first one has. */
  public static PairIds pair(Registration one, String other) {
    return one.role() == Role.ETUDIANT
        ? new PairIds(one.id(), other)
        : new PairIds(other, one.id());
  }

  /** Why these two cannot be a pair; empty if they can. */
  private String refusal(Registration person, Registration other) {
    if (other.id().equals(person.id())) {
      return SELF;
    }
    if (!other.edition().equals(person.edition())) {
      return OTHER_EDITION;
    }
    if (other.role() == person.role()) {
      return SAME_ROLE;
    }
    if (other.person().address().equals(person.person().address())) {
      return SAME_PERSON;
    }
    if (person.pairs().stream().anyMatch(other.pairs()::contains)) {
      return TOGETHER;
    }
    return Stream.of(person, other)
        .map(Imposing::unavailable)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElseGet(() -> apart(person, other));
  }

  private static String unavailable(Registration person) {
    String who =
        switch (person.role()) {
          case AMBASSADEUR -> "L’ambassadrice ou l’ambassadeur";
          case ETUDIANT -> "L’étudiante ou l’étudiant";
        };
    if (person.status() == Status.A_CONFIRMER) {
      return who + " n’a pas encore confirmé son inscription.";
    }
    if (person.status() == Status.RETIREE) {
      return who + " s’est retiré.";
    }
    if (person.hasRoom()) {
      return "";
    }
    return who
        + switch (person.role()) {
          case AMBASSADEUR -> person.canTakeOver() ? HANDED_ON : " n’a plus de place.";
          case ETUDIANT -> " a déjà un binôme.";
        };
  }

  private String apart(Registration person, Registration other) {
    if (!person.mayMeet(other)) {
      return FORBIDDEN;
    }
    return person.dates().stream()
            .anyMatch(day -> day.isAfter(today) && other.dates().contains(day))
        ? ""
        : NO_DAY;
  }
}
