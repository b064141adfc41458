package fr.vismonjob.site;

import fr.vismonjob.coaching.Booking;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.CoachingPage;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /coaching/{link}}: the slots, and booking, moving or cancelling an ambassador's seat. */
public record CoachingResource(Visits visits, Booking booking) implements PersonalPage.Form {
  @Override
  public boolean isFor(Role role) {
    return role == Role.AMBASSADEUR;
  }

  @Override
  public Answer show(Visitor visitor, Request request) {
    List<CoachingSlot> all = slots(visitor);
    return new Answer.Shown(
        () -> page(visitor, all, Answers.blank(), PersonalPage.message(visitor, request)),
        state(visitor.registration(), all));
  }

  @Override
  public Answer act(Visitor visitor, Fields fields) {
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
      case BEGUN -> conflict(visitor, "Cette séance a déjà commencé\u00a0: elle ne s’annule plus.");
      case TOO_OFTEN ->
          conflict(
              visitor,
              "Vous avez déjà réservé ou annulé cinq fois aujourd’hui\u00a0: chaque fois envoie un"
                  + " mail. Revenez demain.");
      case NOT_ACTIVE ->
          conflict(
              visitor,
              visitor.registration().status() == Status.RETIREE
                  ? "Votre inscription est retirée."
                  : "Confirmez d’abord votre inscription, par le lien du mail de confirmation.");
    };
  }

  private Answer done(Visitor visitor, Notice notice) {
    Visitor now = visits.again(visitor);
    return visitor.done("coaching", notice, state(now.registration(), slots(now)));
  }

  private Answer invalid(Visitor visitor, Fields fields, List<Violation> violations) {
    return new Answer.Invalid(
        () -> page(visitor, slots(visitor), Answers.of(fields, violations), Message.none()),
        violations);
  }

  private Answer conflict(Visitor visitor, String reason) {
    return new Answer.Conflict(
        () -> page(visitor, slots(visitor), Answers.blank(), Message.refused(reason)), reason);
  }

  private String page(Visitor visitor, List<CoachingSlot> all, Answers answers, Message message) {
    return pages()
        .coaching(
            new CoachingPage(
                visitor.link(),
                visitor.registration(),
                visits.edition(visitor),
                all,
                visits.tables().now(),
                answers,
                message));
  }

  private List<CoachingSlot> slots(Visitor visitor) {
    return visits.tables().slots().ofEdition(visitor.registration().edition(), UnreadableRow::log);
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
}
