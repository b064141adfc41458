package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.templates.html.mail.JteavisGenerated;
import fr.vismonjob.templates.html.mail.JtebinomeGenerated;
import fr.vismonjob.templates.html.mail.JtedateconvenueGenerated;
import fr.vismonjob.templates.html.mail.JtedateproposeeGenerated;
import fr.vismonjob.templates.html.mail.Jterappelj1Generated;
import fr.vismonjob.templates.html.mail.Jterappelj7Generated;
import java.util.List;
import java.util.Optional;

/**
 * The letter about a pair that will meet or has met, to one of the two.
 *
 * @param other the partner's registration; empty if it is erased
 */
public record MeetingLetter(
    Letterhead head,
    Registration recipient,
    About.Meeting about,
    Pair pair,
    Optional<Registration> other)
    implements PersonalLetter {
  private static final int LONGEST_NAME = 60;

  public MeetingLetter {
    // Once one of the two has given feedback the pair's status is final, but the other is still
    // asked.
    Pointless.unless(
        head.kind() == MailKind.FEEDBACK ? pair.status() != PairStatus.ANNULE : pair.isOn(),
        "le binôme n’a plus lieu");
    Pointless.unless(
        about.date().orElse(pair.date()).equals(pair.date()), "la date du binôme a changé depuis");
    head.refuseIfLate(pair.date());
    // An agreed day stays while others are proposed. A proposal ends with the next one.
    if (head.kind() == MailKind.DATES_PROPOSED) {
      Pointless.unless(
          about.sequence().orElse(pair.state().sequence()) == pair.state().sequence(),
          "les dates ont changé depuis");
      Pointless.unless(
          pair.state().proposedBy().equals(Optional.of(recipient.role().other())),
          "la proposition n’attend plus de réponse");
    }
    Pointless.unless(other.isPresent(), "l’inscription du binôme n’existe plus");
  }

  @Override
  public Words words() {
    String partner = Typed.clipped(other.orElseThrow().person().fullName(), LONGEST_NAME);
    String dayAndMonth = FrenchDates.dayAndMonth(pair.date());
    return switch (head.kind()) {
      case PAIR ->
          new Words(
              "Votre binôme : " + partner + ", " + dayAndMonth,
              "Son contact, le lieu, la date, et pourquoi vous deux.",
              out -> JtebinomeGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JtebinomeGenerated.render(out, null, this));
      case DATES_PROPOSED ->
          new Words(
              partner + " vous propose une autre date",
              "Acceptez une date ou proposez-en d’autres.",
              out -> JtedateproposeeGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JtedateproposeeGenerated.render(
                      out, null, this));
      case DATE_AGREED ->
          new Words(
              "Date convenue avec " + partner + " : " + day(),
              "L’invitation d’agenda à jour est jointe.",
              out -> JtedateconvenueGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JtedateconvenueGenerated.render(
                      out, null, this));
      case REMINDER_WEEK ->
          new Words(
              "Votre journée Vis mon job approche : " + dayAndMonth,
              "Un mot à " + partner + " pour fixer l’heure et l’accueil ?",
              out -> Jterappelj7Generated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.Jterappelj7Generated.render(out, null, this));
      case REMINDER_DAY ->
          new Words(
              "Demain, votre journée Vis mon job",
              "Avec " + partner + ", " + day() + ".",
              out -> Jterappelj1Generated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.Jterappelj1Generated.render(out, null, this));
      case FEEDBACK ->
          new Words(
              "Votre journée Vis mon job : votre avis en une minute",
              "A-t-elle eu lieu ? Qu’en avez-vous pensé ?",
              out -> JteavisGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JteavisGenerated.render(out, null, this));
      default -> throw head.wordless();
    };
  }

  @Override
  public List<CalendarEntry> calendar() {
    return head.kind() == MailKind.PAIR || head.kind() == MailKind.DATE_AGREED
        ? List.of(
            CalendarEntry.ofPair(
                head.edition(),
                pair,
                CalendarEntry.both(pair),
                // Calendars keep the entry with the highest SEQUENCE.
                Math.max(pair.state().sequence(), about.sequence().orElse(0L)),
                false))
        : List.of();
  }

  public PartnerView partner() {
    return PartnerView.of(other.orElseThrow());
  }

  /** The agreed day in words. */
  public String day() {
    return FrenchDates.day(pair.date());
  }

  public List<String> proposedDays() {
    return pair.state().proposed().stream().map(FrenchDates::day).toList();
  }
}
