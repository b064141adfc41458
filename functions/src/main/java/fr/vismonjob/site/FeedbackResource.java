package fr.vismonjob.site;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.FeedbackForm;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.pairing.ActingOnPair;
import fr.vismonjob.pairing.FeedbackFields;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairAction;
import fr.vismonjob.pairing.PairForm;
import fr.vismonjob.pairing.PairOutcome;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.ErrorPage;
import fr.vismonjob.web.Request;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /avis/{link}}: a person's feedback, from the pair's day on. */
public record FeedbackResource(Visits visits, ActingOnPair acting) implements PersonalPage.Form {
  @Override
  public Answer show(Visitor visitor, Request request) {
    List<Pair> known = known(visitor.registration());
    List<Pair> open = open(known);
    return new Answer.Shown(
        () -> page(request, visitor, known, open),
        Map.of(
            "statut", visitor.registration().status().name(),
            "avis_ouvert", !open.isEmpty(),
            "binomes", open.stream().map(FeedbackResource::json).toList()));
  }

  @Override
  public Answer act(Visitor visitor, Fields fields) {
    PairForm.Result asked = FeedbackFields.read(fields);
    return switch (acting.act(visitor.registration(), asked, () -> visits.edition(visitor))) {
      case PairOutcome.Done(PairAction _, Pair pair) ->
          visitor.done("avis", Notice.AVIS_ENREGISTRE, json(pair));
      case PairOutcome.Welcomed() ->
          throw new IllegalStateException("the form of the feedback has no welcome");
      case PairOutcome.Refused(String reason) -> conflict(reason);
      case PairOutcome.Invalid(List<Violation> violations) -> invalid(visitor, fields, violations);
    };
  }

  /** Before the day the answer is that feedback is not open yet, whatever was typed. */
  private Answer invalid(Visitor visitor, Fields fields, List<Violation> violations) {
    List<Pair> known = known(visitor.registration());
    List<Pair> open = open(known);
    return open.isEmpty()
        ? conflict(whyClosed(known))
        : new Answer.Invalid(() -> form(visitor, open, Answers.of(fields, violations)), violations);
  }

  private String page(Request request, Visitor visitor, List<Pair> known, List<Pair> open) {
    if (PersonalPage.message(visitor, request) instanceof Message.Done) {
      Optional<SecretLink> certificate =
          known.stream()
              .filter(pair -> pair.isCertified(visits.today()))
              .findFirst()
              .map(_ -> visits.certificate(visitor.registration()));
      return pages().feedbackDone(visitor.link(), visitor.registration().role(), certificate);
    }
    return open.isEmpty()
        ? pages().error(ErrorPage.nothingToAsk(whyClosed(known)))
        : form(visitor, open, Answers.blank());
  }

  private String form(Visitor visitor, List<Pair> open, Answers answers) {
    return pages()
        .feedback(
            new FeedbackForm(
                visitor.link(), visitor.registration(), open, answers, Message.none()));
  }

  private static String whyClosed(List<Pair> known) {
    return known.stream()
        .map(Pair::date)
        .min(Comparator.naturalOrder())
        .map(day -> "Vous pourrez donner votre avis à partir du " + FrenchDates.day(day) + ".")
        .orElse("Vous n’avez pas de binôme sur lequel donner un avis.");
  }

  /** The pairs whose day has come. */
  private List<Pair> open(List<Pair> known) {
    LocalDate today = visits.today();
    return known.stream().filter(pair -> !today.isBefore(pair.date())).toList();
  }

  private List<Pair> known(Registration self) {
    return visits.pairsToTellOf(self).stream()
        .filter(pair -> pair.status() != PairStatus.ANNULE)
        .toList();
  }

  private static Map<String, Object> json(Pair pair) {
    return Map.of(
        "binome", pair.id(), "statut", pair.status().name(), "date", pair.date().toString());
  }
}
