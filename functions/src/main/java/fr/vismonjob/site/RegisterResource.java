package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Home;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.RegistrationPage;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * {@code /ambassadeurs} and {@code /etudiants}: shows the form and the page to read the answers
 * over, and registers.
 */
public record RegisterResource(
    Role role,
    EditionTable editions,
    Registering registering,
    Supplier<Pages> pages,
    InstantSource clock,
    Metrics metrics)
    implements Resource.Form {
  /** The query of the page that follows a registration, in place of the blank form. */
  private static final String SENT = "envoye";

  @Override
  public Answer get(Request request) {
    Edition edition = editions.current();
    LocalDate today = FrenchDates.dayOf(clock.instant());
    boolean open = edition.isRegistrationOpen(today);
    Map<String, Object> json = Map.of("edition", edition.id(), "inscriptions_ouvertes", open);
    if (request.queryParameter(SENT).isPresent()) {
      return new Answer.Shown(() -> pages.get().checkYourMail(role), json);
    }
    return new Answer.Shown(
        () -> open ? form(edition, Answers.blank(), List.of()) : closed(edition, today), json);
  }

  private String closed(Edition edition, LocalDate today) {
    return pages
        .get()
        .registrationClosed(role, new Home(edition, today, editions.nextRegistration()));
  }

  @Override
  public Answer post(Request request, Fields fields) {
    Edition edition = editions.current();
    LocalDate today = FrenchDates.dayOf(clock.instant());
    if (!edition.isRegistrationOpen(today)) {
      return new Answer.Conflict(
          () -> closed(edition, today),
          (today.isBefore(edition.registrationFrom())
                  ? "Les inscriptions seront ouvertes du "
                  : "Les inscriptions étaient ouvertes du ")
              + FrenchDates.day(edition.registrationFrom())
              + " au "
              + FrenchDates.day(edition.registrationUntil())
              + ".");
    }
    PageForm sent = PageForm.read(fields, clock.instant());
    if (sent.step() == PageForm.Step.MODIFY && sent.violations().isEmpty()) {
      return new Answer.Shown(() -> again(edition, sent.own()), Map.of("etape", "modifier"));
    }
    return switch (RegistrationForm.read(sent.own(), role, edition)) {
      case RegistrationForm.Valid(RegistrationAnswers answers) when sent.violations().isEmpty() ->
          send(request, edition, sent, answers);
      case RegistrationForm.Valid _ -> invalid(edition, sent, List.of(), List.of());
      case RegistrationForm.Invalid(List<Violation> violations, List<Place> communes) ->
          invalid(edition, sent, violations, communes);
    };
  }

  private Answer send(
      Request request, Edition edition, PageForm sent, RegistrationAnswers answers) {
    if (sent.step() == PageForm.Step.RECAP) {
      return new Answer.Shown(
          () -> pages.get().recap(answers, Answers.of(sent.own().typed())),
          Map.of("etape", "recapitulatif"));
    }
    // A line for known addresses too, so that the answer takes the same time.
    metrics.add(Metric.REGISTRATIONS, registering.register(edition, answers) ? 1 : 0, role);
    return new Answer.Done(
        request.route() + "?" + SENT + "=oui", 202, Map.of("statut", "A_CONFIRMER"));
  }

  private Answer invalid(
      Edition edition, PageForm sent, List<Violation> violations, List<Place> communes) {
    List<Violation> all = Stream.concat(violations.stream(), sent.violations().stream()).toList();
    return new Answer.Invalid(() -> form(edition, Answers.of(sent.own(), all), communes), all);
  }

  private String again(Edition edition, Fields typed) {
    List<Place> communes = Communes.of(typed.code(RegistrationFields.POSTAL_CODE.name()));
    return form(edition, Answers.of(typed.typed()), communes.size() > 1 ? communes : List.of());
  }

  private String form(Edition edition, Answers answers, List<Place> communes) {
    return pages
        .get()
        .registrationForm(
            RegistrationPage.first(role, edition, clock.instant(), answers, communes));
  }
}
