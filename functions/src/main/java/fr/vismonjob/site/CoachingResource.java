package fr.vismonjob.site;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.CoachingPage;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.page.Pages;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /coaching/{link}}: the slots, and booking, moving or cancelling an ambassador's seat. */
public record CoachingResource(
    PersonalLinks links,
    EditionTable editions,
    RegistrationTable registrations,
    CoachingSlotTable slots,
    Booking booking,
    Supplier<Pages> pages,
    InstantSource clock)
    implements Resource {
  @Override
  public Answer get(Request request) {
    return open(
        request,
        visitor -> {
          List<CoachingSlot> all = slots.ofEdition(visitor.registration().edition());
          return new Answer.Shown(
              () -> page(visitor, all, Answers.blank(), Notices.of(request)),
              state(visitor.registration(), all));
        });
  }

  @Override
  public Answer post(Request request, Fields fields) {
    return open(request, visitor -> act(visitor, fields));
  }

  private Answer act(Visitor visitor, Fields fields) {
    String id = visitor.registration().id();
    return switch (CoachingForm.read(fields)) {
      case CoachingForm.Book(String slot) ->
          answer(visitor, fields, booking.book(id, slot), Notice.SEANCE_RESERVEE);
      case CoachingForm.Cancel _ ->
          answer(visitor, fields, booking.cancel(id), Notice.SEANCE_ANNULEE);
      case CoachingForm.Invalid(List<Violation> violations) -> invalid(visitor, fields, violations);
    };
  }

  private Answer answer(
      Visitor visitor, Fields fields, Booking.SeatOutcome outcome, Notice notice) {
    return switch (outcome) {
      case BOOKED, CANCELLED, UNCHANGED -> done(visitor, notice);
      case NO_SUCH_SLOT ->
          invalid(
              visitor,
              fields,
              List.of(new Violation(CoachingForm.SLOT.name(), "Cette séance n’existe pas.")));
      case FULL -> conflict(visitor, "Cette séance est complète : choisissez-en une autre.");
      case PAST -> conflict(visitor, "Cette séance est passée : choisissez-en une autre.");
      case NOT_ACTIVE ->
          conflict(
              visitor,
              visitor.registration().status() == Status.RETIREE
                  ? "Votre inscription est retirée."
                  : "Confirmez d’abord votre inscription, par le lien du mail de confirmation.");
    };
  }

  private Answer open(Request request, Function<Visitor, Answer> answer) {
    return links.open(
        request,
        visitor ->
            visitor.registration().role() == Role.AMBASSADEUR
                ? answer.apply(visitor)
                : new Answer.NotFound());
  }

  private Answer done(Visitor visitor, Notice notice) {
    Registration now =
        registrations.find(visitor.registration().id()).orElse(visitor.registration());
    return Answer.Done.ok(
        Notices.path(visitor.path("coaching"), notice), state(now, slots.ofEdition(now.edition())));
  }

  private Answer invalid(Visitor visitor, Fields fields, List<Violation> violations) {
    return new Answer.Invalid(
        () ->
            page(
                visitor,
                slots.ofEdition(visitor.registration().edition()),
                FormAnswers.of(fields, violations),
                Message.none()),
        violations);
  }

  private Answer conflict(Visitor visitor, String reason) {
    return new Answer.Conflict(
        () ->
            page(
                visitor,
                slots.ofEdition(visitor.registration().edition()),
                Answers.blank(),
                Message.refused(reason)),
        reason);
  }

  private String page(Visitor visitor, List<CoachingSlot> all, Answers answers, Message message) {
    return pages
        .get()
        .coaching(
            new CoachingPage(
                visitor.link(),
                visitor.registration(),
                Editions.of(visitor, editions),
                all,
                clock.instant(),
                answers,
                message));
  }

  private static Map<String, Object> state(Registration registration, List<CoachingSlot> all) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("statut", registration.status().name());
    registration.seat().ifPresent(seat -> state.put("seance", seat));
    state.put(
        "seances",
        all.stream()
            .map(
                slot ->
                    Map.of(
                        "seance", slot.id(),
                        "debut", slot.start().toString(),
                        "fin", slot.end().toString(),
                        "places_restantes", slot.seatsLeft()))
            .toList());
    return state;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }
}
