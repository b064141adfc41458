package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.RegistrationPage;
import fr.vismonjob.page.RelayPage;
import fr.vismonjob.pairing.TakingOver;
import fr.vismonjob.registration.ColleagueForm;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.ErrorPage;
import fr.vismonjob.web.Request;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /relais/{relay}}: what an ambassador asks a colleague, with the form that is left to fill
 * in, and the colleague's answer.
 */
public record RelayResource(Visits visits, TakingOver taking, Metrics metrics)
    implements LinkPage.Form<RelayResource.Opened> {
  /** The pages that say to a browser what comes next; the link is spent by then. */
  private static final String TAKEN = "/relais-pris";

  private static final String DECLINED = "/relais-decline";

  /** A link, and what it leads to. */
  record Opened(SecretLink link, TakingOver.Asked asked) {}

  @Override
  public Optional<Opened> opened(Request request) {
    return SecretLink.parse(request.pathParameter("relay"))
        .flatMap(
            link ->
                visits
                    .tables()
                    .pairs()
                    .relays()
                    .find(link.id())
                    .filter(
                        relay ->
                            link.is(SecretLink.ofRelay(relay.pair(), relay.at(), visits.keyed())))
                    .map(
                        relay ->
                            new Opened(
                                link,
                                taking.asked(relay.pair(), relay.at(), visits.editions()::named))));
  }

  @Override
  public Answer show(Opened opened, Request request) {
    return switch (opened.asked()) {
      case TakingOver.Gone _ -> new Answer.NotFound();
      case TakingOver.Over(String why) -> over(why);
      case TakingOver.Open open ->
          new Answer.Shown(
              () ->
                  page(
                      opened.link(),
                      open,
                      filledIn(open),
                      communes(filledIn(open)),
                      Message.none()),
              json(open));
    };
  }

  @Override
  public Answer act(Opened opened, Fields fields) {
    return switch (opened.asked()) {
      case TakingOver.Gone _ -> new Answer.NotFound();
      case TakingOver.Over(String why) -> over(why);
      case TakingOver.Open open -> act(opened.link(), open, fields);
    };
  }

  private Answer over(String why) {
    return new Answer.Conflict(() -> visits.pages().get().error(ErrorPage.conflict(why)), why);
  }

  private Answer act(SecretLink link, TakingOver.Open open, Fields fields) {
    FieldReader reader = new FieldReader(fields, ColleagueForm.FIELDS);
    String action = reader.action(ColleagueForm.ACTION);
    Optional<LocalDate> dayRead = reader.day(ColleagueForm.DAY);
    if (action.equals("accepter") && open.refusal().isEmpty() && open.registered().isEmpty()) {
      return switch (ColleagueForm.read(
          fields, open.address(), offer(open), open.pair().date(), edition(open))) {
        case RegistrationForm.Valid(RegistrationAnswers answers) ->
            accept(link, open, dayRead, Optional.of(answers), fields);
        case RegistrationForm.Invalid(List<Violation> violations, List<Place> communes) ->
            invalid(link, open, fields, violations, communes);
      };
    }
    if (!reader.violations().isEmpty()) {
      return invalid(link, open, fields, reader.violations(), List.of());
    }
    return action.equals("accepter")
        ? accept(link, open, dayRead, Optional.empty(), fields)
        : outcome(
            link,
            open,
            filledIn(open),
            taking.decline(open.pair().id(), open.relay().at(), visits.editions()::named));
  }

  private Answer accept(
      SecretLink link,
      TakingOver.Open open,
      Optional<LocalDate> dayRead,
      Optional<RegistrationAnswers> answers,
      Fields fields) {
    return outcome(
        link,
        open,
        Answers.of(fields, List.of()),
        taking.accept(
            open.pair().id(), open.relay().at(), dayRead, answers, visits.editions()::named));
  }

  /**
   * @param answers what the form shows if it is shown again
   */
  private Answer outcome(
      SecretLink link, TakingOver.Open open, Answers answers, TakingOver.Outcome outcome) {
    return switch (outcome) {
      case TakingOver.Gone _ -> new Answer.NotFound();
      case TakingOver.Refused(String why) ->
          new Answer.Conflict(
              () -> page(link, open, answers, communes(answers), Message.refused(why)), why);
      case TakingOver.Declined(var pair) ->
          Answer.Done.ok(DECLINED, Map.of("statut", pair.status().name(), "relais", "DECLINE"));
      case TakingOver.Taken(var pair, boolean isNew) -> {
        if (isNew) {
          metrics.add(Metric.REGISTRATIONS, 1, Role.AMBASSADEUR);
        }
        yield Answer.Done.ok(
            TAKEN,
            Map.of(
                "statut", pair.status().name(),
                "relais", "PRIS",
                "binome", pair.id(),
                "date", pair.date().toString()));
      }
    };
  }

  private Answer invalid(
      SecretLink link,
      TakingOver.Open open,
      Fields fields,
      List<Violation> violations,
      List<Place> communes) {
    return new Answer.Invalid(
        () -> page(link, open, Answers.of(fields, violations), communes, Message.none()),
        violations);
  }

  private String page(
      SecretLink link,
      TakingOver.Open open,
      Answers answers,
      List<Place> communes,
      Message message) {
    return visits
        .pages()
        .get()
        .relay(
            new RelayPage(
                link,
                open,
                RegistrationPage.ofColleague(
                    edition(open), visits.tables().now(), answers, communes),
                message));
  }

  private static Answers filledIn(TakingOver.Open open) {
    return Answers.of(form(open));
  }

  /** What is known of the colleague's answers; an ambassador who has moved is no guide to where. */
  private static List<FilledField> form(TakingOver.Open open) {
    return ColleagueForm.filledIn(
        offer(open),
        Optional.of(open.host())
            .filter(host -> !open.pair().workplace().isLeftBy(host))
            .map(Registration::place));
  }

  /** The communes to choose from, if the postal code has several. */
  private static List<Place> communes(Answers answers) {
    List<Place> all =
        Communes.of(answers.value(RegistrationFields.POSTAL_CODE_OF_AMBASSADOR.name()));
    return all.size() > 1 ? all : List.of();
  }

  private static Details.Offer offer(TakingOver.Open open) {
    return (Details.Offer) open.host().details();
  }

  private Edition edition(TakingOver.Open open) {
    return visits.editions().named(open.pair().edition());
  }

  private static Map<String, Object> json(TakingOver.Open open) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statut", open.pair().status().name());
    json.put("date", open.pair().date().toString());
    json.put("lieu", open.pair().workplace().place());
    json.put("metier", open.pair().workplace().job());
    json.put("etudiant", open.student().person().firstName());
    json.put("ambassadeur", open.host().person().fullName());
    json.put("inscrit", open.registered().isPresent());
    open.refusal().ifPresent(why -> json.put("refus", why));
    if (open.registered().isEmpty()) {
      Map<String, Object> form = new LinkedHashMap<>();
      form(open).forEach(field -> form.put(field.field().name(), String.join("", field.typed())));
      json.put("formulaire", form);
    }
    return json;
  }
}
