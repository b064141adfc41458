package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.RegistrationPage;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registering;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Fields;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /ambassadeurs} and {@code /etudiants}: the form, and registering with it. */
public final class RegisterResource implements Resource {
  /** Tells the page that follows a registration from the blank form. */
  private static final String SENT = "envoye";

  private final Role role;
  private final EditionTable editions;
  private final Registering registering;
  private final Supplier<Pages> pages;
  private final InstantSource clock;

  public RegisterResource(
      Role role,
      EditionTable editions,
      Registering registering,
      Supplier<Pages> pages,
      InstantSource clock) {
    this.role = role;
    this.editions = editions;
    this.registering = registering;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Answer get(Request request) {
    Edition edition = editions.current();
    LocalDate today = FrenchDates.today(clock);
    boolean open = edition.isRegistrationOpen(today);
    Map<String, Object> json = Map.of("edition", edition.id(), "inscriptions_ouvertes", open);
    if (request.queryParameter(SENT).isPresent()) {
      return new Answer.Shown(() -> pages.get().checkYourMail(role), json);
    }
    return new Answer.Shown(
        () ->
            open
                ? pages.get().registrationForm(page(edition, today, Answers.blank(), List.of()))
                : pages.get().registrationClosed(role, edition, today),
        json);
  }

  @Override
  public Answer post(Request request, Fields fields) {
    Edition edition = editions.current();
    LocalDate today = FrenchDates.today(clock);
    if (!edition.isRegistrationOpen(today)) {
      return new Answer.Conflict(
          () -> pages.get().registrationClosed(role, edition, today),
          "Les inscriptions sont ouvertes du "
              + FrenchDates.day(edition.registrationFrom())
              + " au "
              + FrenchDates.day(edition.registrationUntil())
              + ".");
    }
    return switch (RegistrationForm.read(fields, role, edition)) {
      case RegistrationForm.Valid valid -> {
        registering.register(edition, valid);
        yield new Answer.Done(
            request.path() + "?" + SENT + "=oui", 202, Map.of("statut", "A_CONFIRMER"));
      }
      case RegistrationForm.Invalid invalid ->
          new Answer.Invalid(
              () ->
                  pages
                      .get()
                      .registrationForm(
                          page(
                              edition,
                              today,
                              FormAnswers.of(fields, invalid.violations()),
                              invalid.communes())),
              invalid.violations());
    };
  }

  private RegistrationPage page(
      Edition edition, LocalDate today, Answers answers, List<Place> communes) {
    return RegistrationPage.first(role, edition, today, answers, communes);
  }
}
