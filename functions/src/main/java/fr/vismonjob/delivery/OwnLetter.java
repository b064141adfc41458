package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import fr.vismonjob.templates.html.mail.JtecoachingGenerated;
import fr.vismonjob.templates.html.mail.JteconfirmationGenerated;
import fr.vismonjob.templates.html.mail.JteconfirmeeGenerated;
import fr.vismonjob.templates.html.mail.JteelargirGenerated;
import fr.vismonjob.templates.html.mail.JtefinsansbinomeGenerated;
import fr.vismonjob.templates.html.mail.JtelienGenerated;
import fr.vismonjob.templates.html.mail.JterelanceGenerated;
import fr.vismonjob.templates.html.mail.JtesansbinomeGenerated;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The letter about the recipient's own registration.
 *
 * @param offered coaching slots with seats left, for the letter that offers them
 */
public record OwnLetter(
    Letterhead head, Registration recipient, About.Own about, List<CoachingSlot> offered)
    implements PersonalLetter {
  private static final Set<MailKind> WITHOUT_PARTNER =
      EnumSet.of(MailKind.WIDEN, MailKind.NO_PAIR, MailKind.NO_PAIR_FINAL);
  private static final int SLOTS_SHOWN = 8;

  public OwnLetter {
    MailKind kind = head.kind();
    boolean toConfirm = kind == MailKind.CONFIRMATION || kind == MailKind.NUDGE;
    Pointless.unless(
        toConfirm ? recipient.status() == Status.A_CONFIRMER : recipient.isActive(),
        STATUS_CHANGED);
    Pointless.unless(
        kind != MailKind.NUDGE || head.edition().isRegistrationOpen(head.today()),
        "les inscriptions sont closes");
    Pointless.unless(
        !WITHOUT_PARTNER.contains(kind) || recipient.pairs().isEmpty(), "la personne a un binôme");
    // Advice for the first run makes no sense once that day has come.
    Pointless.unless(
        kind != MailKind.WIDEN || head.today().isBefore(head.edition().firstMatching()),
        "les premiers binômes sont formés");
    offered = List.copyOf(offered);
  }

  @Override
  public Words words() {
    return switch (head.kind()) {
      case CONFIRMATION ->
          new Words(
              "Confirmez votre inscription à Vis mon job",
              "Il ne manque plus que votre confirmation, en un clic.",
              out -> JteconfirmationGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JteconfirmationGenerated.render(
                      out, null, this));
      case NUDGE ->
          new Words(
              "Il vous reste à confirmer votre inscription à Vis mon job",
              "Sans confirmation, nous ne pourrons pas vous trouver de binôme.",
              out -> JterelanceGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JterelanceGenerated.render(out, null, this));
      case LINK ->
          new Words(
              "Vis mon job : votre lien personnel",
              "Votre inscription est bien enregistrée. Voici le lien pour la retrouver.",
              out -> JtelienGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JtelienGenerated.render(out, null, this));
      case COACHING_OFFER ->
          new Words(
              "Inscription confirmée : choisissez votre séance de coaching",
              "Une heure en ligne pour préparer l’accueil de votre binôme.",
              out -> JtecoachingGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JtecoachingGenerated.render(out, null, this));
      case CONFIRMED ->
          new Words(
              "Votre inscription à Vis mon job est confirmée",
              "Voici la suite, jusqu’au " + eventDay() + ".",
              out -> JteconfirmeeGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JteconfirmeeGenerated.render(out, null, this));
      case WIDEN ->
          new Words(
              "Vis mon job : un changement peut vous aider à trouver un binôme",
              "Les premiers binômes seront formés le " + firstMatching() + ".",
              out -> JteelargirGenerated.render(out, null, this),
              out -> fr.vismonjob.templates.text.mail.JteelargirGenerated.render(out, null, this));
      case NO_PAIR ->
          new Words(
              "Vis mon job : pas encore de binôme pour vous",
              "La recherche continue. Voici comment augmenter vos chances.",
              out -> JtesansbinomeGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JtesansbinomeGenerated.render(out, null, this));
      case NO_PAIR_FINAL ->
          new Words(
              "Vis mon job : nous n’avons pas trouvé de binôme pour vous",
              "La recherche est terminée pour cette édition. Merci de votre participation.",
              out -> JtefinsansbinomeGenerated.render(out, null, this),
              out ->
                  fr.vismonjob.templates.text.mail.JtefinsansbinomeGenerated.render(
                      out, null, this));
      default -> throw head.wordless();
    };
  }

  /** The first of the offered slots, in words. */
  public List<String> slots() {
    return offered.stream()
        .limit(SLOTS_SHOWN)
        .map(slot -> FrenchDates.hours(slot.start(), slot.end()))
        .toList();
  }

  /** How many more slots are offered. */
  public int moreSlots() {
    return Math.max(0, offered.size() - SLOTS_SHOWN);
  }
}
