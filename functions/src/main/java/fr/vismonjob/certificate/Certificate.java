package fr.vismonjob.certificate;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Certifies that a person has taken part, with one sentence for each day that took place. It does
 * not name the partner.
 *
 * @param title heading of the certificate
 * @param edition words that name the edition
 * @param name full name of the person, as it stood on the day
 * @param sentences what that person did
 * @param issued the day on which it was made, in words
 */
public record Certificate(
    String title, String edition, String name, List<String> sentences, String issued) {

  /** Either a certificate, or the reason why there is none. */
  public sealed interface Result {}

  public record Earned(Certificate certificate) implements Result {}

  /**
   * @param reason a complete French sentence for the person
   */
  public record NotEarned(String reason) implements Result {}

  public Certificate {
    sentences = List.copyOf(sentences);
  }

  /** The certificate for the person's pairs, as of {@code today}. */
  public static Result of(Registration person, List<Pair> pairs, LocalDate today) {
    List<Pair> held =
        pairs.stream()
            .filter(pair -> pair.isCertified(today))
            .sorted(Comparator.comparing(Pair::date).thenComparing(Pair::id))
            .toList();
    if (held.isEmpty()) {
      return new NotEarned(reason(pairs));
    }
    return new Earned(
        new Certificate(
            "Attestation de participation",
            "Vis mon job, édition " + person.edition(),
            name(person, held.getLast()),
            held.stream().map(pair -> sentence(person.role(), pair)).toList(),
            "Attestation établie le " + FrenchDates.day(today) + "."));
  }

  /** The name that the partner met, whatever the person is called on the form since. */
  private static String name(Registration person, Pair pair) {
    String met = pair.side(person.role()).fullName();
    return met.isBlank() ? person.person().fullName() : met;
  }

  private static String sentence(Role role, Pair pair) {
    String did =
        switch (role) {
          case ETUDIANT -> "a passé une journée d’immersion dans un métier du numérique de l’État";
          case AMBASSADEUR ->
              "a accueilli pour une journée d’immersion une personne venue découvrir son métier";
        };
    return "%s, le %s, à %s : %s, %s."
        .formatted(
            did,
            FrenchDates.day(pair.date()),
            pair.workplace().place(),
            pair.workplace().job(),
            pair.workplace().administration());
  }

  private static String reason(List<Pair> pairs) {
    if (has(pairs, PairStatus.A_VERIFIER)) {
      return "Les deux réponses sur la journée ne concordent pas\u00a0: l’attestation sera"
          + " disponible si l’équipe d’organisation confirme qu’elle a eu lieu.";
    }
    Optional<Pair> waiting = pairs.stream().filter(Pair::tookPlace).findFirst();
    if (waiting.isPresent()) {
      return "L’attestation sera disponible dès que vous aurez dit tous les deux, sur vos pages"
          + " d’avis, que la journée a eu lieu, et au plus tard le "
          + FrenchDates.day(waiting.get().certifiedFrom())
          + " si l’autre personne ne répond pas.";
    }
    if (pairs.stream().anyMatch(Pair::isOn)) {
      return "L’attestation sera disponible après la journée, dès que vous aurez dit tous les deux,"
          + " sur vos pages d’avis, qu’elle a eu lieu\u00a0; si l’un de vous ne répond pas, une"
          + " semaine après.";
    }
    return has(pairs, PairStatus.NON_REALISE)
        ? "D’après les réponses reçues, la journée n’a pas eu lieu\u00a0: il n’y a pas"
            + " d’attestation."
        : "Il n’y a pas d’attestation sans journée passée avec un binôme.";
  }

  private static boolean has(List<Pair> pairs, PairStatus status) {
    return pairs.stream().anyMatch(pair -> pair.status() == status);
  }
}
