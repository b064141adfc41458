package fr.vismonjob.registration;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.Mail.Departure;
import fr.vismonjob.mail.MailKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person's registration in one role for one edition.
 *
 * @param id keyed hash of edition, role and the address at first, so that a second registration
 *     finds the same item
 * @param number rises each time the person registers again; mails and mail keys made with an older
 *     number are void
 * @param linkNumber the number of the person's link, which also rises when the person asks for a
 *     new one; links with an older number are void
 * @param revision rises each time the person changes answers that matter to the matching
 * @param reachability whether mails reach the person
 * @param unpairedBecause why the first run that saw these wishes found no partner for the person,
 *     in a few French words
 * @param neverWith keys of the registrations that an organiser wants never to be paired with this
 *     one
 * @param imposed whom an organiser wants to be paired with this one
 * @param welcome where and how an ambassador receives people; a student has none
 */
public record Registration(
    String id,
    String edition,
    long number,
    long linkNumber,
    long revision,
    Instant registeredAt,
    Consents consents,
    RegistrationAnswers answers,
    RegistrationState state,
    Reachability reachability,
    Optional<String> unpairedBecause,
    List<String> neverWith,
    Imposed imposed,
    Welcome welcome) {

  public Registration {
    neverWith = List.copyOf(neverWith);
  }

  /**
   * A registration as somebody has just made it. Its number is the time, so that it rises even
   * after an erasure, which deletes the earlier one.
   *
   * @param earlier the one in whose place it comes
   */
  public static Registration registered(
      Edition edition,
      String id,
      RegistrationState state,
      RegistrationAnswers answers,
      Optional<Registration> earlier,
      Instant now) {
    long number = earlier.map(before -> before.nextLinkNumber(now)).orElse(now.toEpochMilli());
    return new Registration(
        id,
        edition.id(),
        number,
        number,
        1,
        now,
        Consents.registering(answers.person().needs(), now),
        answers,
        state,
        // Somebody who has complained gets no mails, whoever fills in the form again.
        earlier
            .map(Registration::reachability)
            .filter(reachability -> reachability.stopped().isPresent())
            .orElse(Reachability.GOOD),
        Optional.empty(),
        earlier.map(Registration::neverWith).orElse(List.of()),
        earlier.map(Registration::imposed).orElse(Imposed.NOBODY),
        Welcome.NONE);
  }

  public Person person() {
    return answers.person();
  }

  public Place place() {
    return answers.place();
  }

  public List<LocalDate> dates() {
    return answers.dates();
  }

  public Details details() {
    return answers.details();
  }

  public Role role() {
    return answers.details().role();
  }

  public Status status() {
    return state.status();
  }

  public Optional<String> seat() {
    return state.seat();
  }

  public List<String> pairs() {
    return state.pairs();
  }

  public boolean isActive() {
    return status().isActive();
  }

  /** Whether this action would change anything now. */
  public boolean can(RegistrationAction action) {
    return RegistrationMoves.of(status(), action) instanceof RegistrationMoves.To;
  }

  /** Whether a run may give the person a partner. */
  public boolean hasRoom() {
    return can(RegistrationAction.PAIR) && room() > 0;
  }

  /** For how many more partners there is a place that was not handed on to a colleague. */
  public int room() {
    int capacity = details().capacity();
    return Math.max(0, capacity - pairs().size() - Math.clamp(state.handedOn(), 0, capacity));
  }

  /** Whether the person has no partner because every place was handed on to a colleague. */
  public boolean hasHandedOnAll() {
    return isActive() && pairs().isEmpty() && room() == 0;
  }

  /** Whether the person may host one more, also in a place that the person once handed on. */
  public boolean canTakeOver() {
    return can(RegistrationAction.PAIR) && pairs().size() < details().capacity();
  }

  /** The number of the person's next link: the time, unless the present one is ahead of it. */
  public long nextLinkNumber(Instant now) {
    return Math.max(now.toEpochMilli(), linkNumber + 1);
  }

  /**
   * The mail with the person's link: to the page that confirms, as long as that is not done.
   *
   * @param occasion gives each such mail a key of its own
   */
  public Mail linkMail(Departure departure, String occasion, Instant now) {
    return Mail.of(
        departure,
        status() == Status.A_CONFIRMER ? MailKind.CONFIRMATION : MailKind.LINK,
        id,
        occasion,
        now,
        new About.Own(number));
  }

  /** The same, sent at once. */
  public Mail linkMail(long occasion, Instant now) {
    return linkMail(Departure.IMMEDIATE, Long.toString(occasion), now);
  }

  /** Whether these are two people, and no organiser wants them to be kept apart. */
  public boolean mayMeet(Registration other) {
    return !person().address().equals(other.person().address())
        && !neverWith.contains(other.id)
        && !other.neverWith.contains(id);
  }

  /** The same registration with other answers, but with the same address and role. */
  public Registration changed(RegistrationAnswers other, Instant now) {
    return new Registration(
        id,
        edition,
        number,
        linkNumber,
        revision + 1,
        registeredAt,
        consents.changing(person().needs(), other.person().needs(), now),
        other,
        state.withAllPlaces(),
        reachability,
        Optional.empty(),
        neverWith,
        imposed,
        welcome);
  }
}
