package fr.vismonjob.delivery;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.mail.Rejection.Gravity;
import fr.vismonjob.pairing.DecliningRelay;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the mail service's reports of rejected mails. One transaction sets the mail to rejected,
 * and says on the registration and on its pairs that will meet whom an organiser should call. A
 * person who cannot be reached, or does not want mails, gets no more, nor is told of the next
 * edition, and a colleague who cannot be asked to host has declined. The transaction passes only if
 * the report is news: a repeated report, or one about a mail that is not ours, changes nothing.
 */
public record RejectionRecorder(Tables tables) {
  /** The outcome of a report. */
  public enum Handling {
    RECORDED,
    /** A rejection of this mail that is as bad or worse is recorded already. */
    KNOWN,
    NO_SUCH_MAIL
  }

  public Handling record(Rejection rejection) {
    Optional<Mail> mail =
        rejection
            .key()
            .flatMap(tables.mails()::find)
            .or(
                () ->
                    tables
                        .mails()
                        .rejections()
                        .keyOf(rejection.messageId())
                        .flatMap(tables.mails()::find));
    if (mail.isEmpty()) {
      return Handling.NO_SUCH_MAIL;
    }
    return tables.decide(
        "recording the rejection of mail " + mail.get().key(),
        () ->
            tables
                .mails()
                .rejections()
                .record(mail.get().key(), rejection)
                .map(
                    write ->
                        new Decision<>(Handling.RECORDED, writes(mail.get(), rejection, write)))
                .orElse(Decision.nothingToWrite(Handling.KNOWN)));
  }

  private List<Write> writes(Mail mail, Rejection rejection, Write rejected) {
    List<Write> writes = new ArrayList<>();
    writes.add(rejected);
    Optional<Registration> recipient = recipient(mail, rejection);
    if (rejection.gravity().stopsMails()) {
      if (mail.about() instanceof About.Opening(String wish)) {
        tables
            .subscriptions()
            .evenIfOver(wish)
            .ifPresent(known -> writes.addAll(tables.subscriptions().forget(known)));
      }
      // A colleague whom no mail reaches can host nobody; a later request to another one stands.
      if (mail.about() instanceof About.Relay asked) {
        writes.addAll(
            new DecliningRelay(tables)
                .writes(asked.pair(), relay -> relay.at().equals(asked.askedAt()), true));
      }
      recipient.ifPresent(
          person -> writes.addAll(tables.subscriptions().forget(person.person().address())));
    }
    String toCall =
        "Le mail « %s » a été rejeté le %s : %s."
            .formatted(mail.kind().code(), FrenchDates.day(rejection.day()), rejection.reason());
    recipient
        .filter(person -> saysMore(rejection, person))
        .ifPresent(
            person -> {
              writes.add(tables.registrations().noteRejection(person, rejection, toCall));
              tables.pairs().readableOf(person).stream()
                  .filter(Pair::isOn)
                  .map(pair -> tables.pairs().noteToCall(pair.id(), person.role(), toCall))
                  .forEach(writes::add);
            });
    return writes;
  }

  /**
   * The recipient of the mail. A rejection says nothing about a person who has registered again
   * since; a complaint does. Neither does if the person has another address now, or if the mail
   * went to another.
   */
  private Optional<Registration> recipient(Mail mail, Rejection rejection) {
    return tables
        .person(mail.registration())
        .filter(_ -> !(mail.about() instanceof About.OfRegistration about && about.goesElsewhere()))
        .filter(person -> isAbout(person, rejection))
        .filter(
            person ->
                rejection.gravity() == Gravity.PLAINTE
                    || (mail.about() instanceof About.OfRegistration about
                        && about.number() == person.number()));
  }

  /**
   * Whether the report may be about the person's present address. Servers name an address in
   * several ways, so it needs to be the same only if the person may have had another: then the
   * links were renewed.
   */
  private static boolean isAbout(Registration person, Rejection rejection) {
    return person.linkNumber() == person.number() || rejection.isAbout(person.person().address());
  }

  /**
   * A full mailbox is no news about a person who gets no more mails anyway. About a person who has
   * withdrawn only a complaint counts, because it is still one if the person comes back.
   */
  private static boolean saysMore(Rejection rejection, Registration person) {
    return person.status() == Status.RETIREE
        ? rejection.gravity() == Gravity.PLAINTE
        : rejection.gravity().stopsMails() || person.reachability().stopped().isEmpty();
  }
}
