package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.page.RegistrationPage;
import fr.vismonjob.pairing.Changing;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Withdrawing;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.NewAddressForm;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.RequestingAddress;
import fr.vismonjob.registration.SendingLink;
import fr.vismonjob.registration.Status;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /inscription/{link}}: shows, changes, withdraws and erases a person's own registration,
 * and renews its link.
 */
public record RegistrationResource(
    Visits visits, RequestingAddress requesting, AddressHolderTable addresses)
    implements PersonalPage.Form {
  /** The page after an erasure, which makes the person's link void. */
  private static final String ERASED_PAGE = "/donnees-effacees";

  /** The page after the person's link has become void by a new one. */
  private static final String NEW_LINK_PAGE = "/lien-renouvele";

  private static final String UNREACHABLE =
      "Plus aucun mail ne vous est envoyé, car l’un d’eux a été rejeté ou signalé comme"
          + " indésirable\u00a0: un nouveau lien ne vous parviendrait pas. Écrivez à l’équipe"
          + " d’organisation.";

  private static final String WITHDRAWN =
      "Votre inscription est retirée\u00a0: inscrivez-vous de nouveau pour participer.";

  @Override
  public Answer show(Visitor visitor, Request request) {
    return new Answer.Shown(() -> page(visitor, request), data(visitor.registration()));
  }

  /**
   * The page, or the one that asks before the act that {@code action} names. A person who has
   * withdrawn can only erase.
   */
  private String page(Visitor visitor, Request request) {
    Registration self = visitor.registration();
    String action = request.queryParameter("action").orElse("");
    if (self.status() == Status.RETIREE && !action.equals("supprimer")) {
      return own(visitor, PersonalPage.message(visitor, request));
    }
    return switch (action) {
      case "modifier" ->
          form(visitor, Answers.of(FilledForm.of(self)), Communes.of(self.place().postalCode()));
      case "supprimer" -> pages().erase(visitor.link(), self, calledOff(self));
      case "retirer" -> pages().withdraw(visitor.link(), self, calledOff(self));
      case "nouveau-lien" -> pages().renewLink(visitor.link(), self);
      case "changer-courriel" -> pages().changeAddress(visitor.link(), self, Answers.blank());
      default -> own(visitor, PersonalPage.message(visitor, request));
    };
  }

  /** The partners whose day is called off if the person leaves. */
  private List<String> calledOff(Registration self) {
    return new Withdrawing(visits.tables())
        .calledOff(self).stream().map(pair -> pair.side(self.role().other()).shownName()).toList();
  }

  @Override
  public Answer act(Visitor visitor, Fields fields) {
    Field<Kind.Action> action = RegistrationFields.ACTION;
    FieldReader reader = new FieldReader(fields.only(Set.of(action.name())), List.of(action));
    String pressed = reader.action(action);
    if (!reader.violations().isEmpty()) {
      return invalid(visitor, reader.violations());
    }
    return switch (pressed) {
      case "retirer" -> withdraw(visitor, fields);
      case "supprimer" -> erase(visitor, fields);
      case "nouveau-lien" -> renewLink(visitor, fields);
      case "changer-courriel" -> requestAddress(visitor, fields);
      default -> change(visitor, fields);
    };
  }

  private Answer change(Visitor visitor, Fields fields) {
    if (visitor.registration().status() == Status.RETIREE) {
      return withdrawn(visitor);
    }
    Edition edition = visits.edition(visitor);
    return switch (RegistrationForm.readChange(fields, visitor.registration(), edition)) {
      case RegistrationForm.Valid(RegistrationAnswers answers) ->
          switch (new Changing(visits.tables()).change(visitor.registration().id(), answers)) {
            case Changing.Changed(Registration now) ->
                visitor.done("inscription", Notice.INSCRIPTION_MODIFIEE, data(now));
            case Changing.Invalid(List<Violation> violations) ->
                new Answer.Invalid(
                    () -> form(visitor, Answers.of(fields, violations), List.of()), violations);
            case Changing.Withdrawn _ -> withdrawn(visitor);
          };
      case RegistrationForm.Invalid invalid ->
          new Answer.Invalid(
              () -> form(visitor, Answers.of(fields, invalid.violations()), invalid.communes()),
              invalid.violations());
    };
  }

  private Answer withdraw(Visitor visitor, Fields fields) {
    FieldReader reader =
        new FieldReader(fields, List.of(RegistrationFields.ACTION, Subscription.WISH));
    boolean subscribes = reader.ticked(Subscription.WISH);
    if (!reader.violations().isEmpty()) {
      return invalid(visitor, reader.violations());
    }
    new Withdrawing(visits.tables())
        .withdraw(
            visitor.registration().id(),
            subscribes ? Optional.of(visits.edition(visitor)) : Optional.empty());
    return visitor.done(
        "inscription", Notice.INSCRIPTION_RETIREE, Map.of("statut", Status.RETIREE.name()));
  }

  private Answer erase(Visitor visitor, Fields fields) {
    List<Violation> violations = beyondAction(fields);
    if (!violations.isEmpty()) {
      return invalid(visitor, violations);
    }
    new Erasing(visits.tables()).erase(visitor.registration().id(), addresses);
    return Answer.Done.ok(ERASED_PAGE, Map.of("statut", "EFFACEE"));
  }

  private Answer renewLink(Visitor visitor, Fields fields) {
    List<Violation> violations = beyondAction(fields);
    if (!violations.isEmpty()) {
      return invalid(visitor, violations);
    }
    Registration self = visitor.registration();
    return switch (new SendingLink(
            visits.tables().registrations(),
            visits.tables().mails(),
            visits.tables().transactions(),
            visits.tables().clock())
        .renew(self.id())) {
      case RENEWED -> Answer.Done.ok(NEW_LINK_PAGE, Map.of("statut", self.status().name()));
      case WITHDRAWN -> withdrawn(visitor);
      case UNREACHABLE ->
          new Answer.Conflict(() -> own(visitor, Message.refused(UNREACHABLE)), UNREACHABLE);
    };
  }

  private Answer requestAddress(Visitor visitor, Fields fields) {
    Registration self = visitor.registration();
    if (self.status() == Status.RETIREE) {
      return withdrawn(visitor);
    }
    NewAddressForm read = NewAddressForm.read(fields, self, visits.edition(visitor));
    if (!read.violations().isEmpty()) {
      return new Answer.Invalid(
          () -> pages().changeAddress(visitor.link(), self, Answers.of(fields, read.violations())),
          read.violations());
    }
    return requesting.request(self.id(), read.address())
        ? visitor.done(
            "inscription", Notice.ADRESSE_DEMANDEE, Map.of("statut", self.status().name()))
        : withdrawn(visitor);
  }

  private static List<Violation> beyondAction(Fields fields) {
    return new FieldReader(fields, List.of(RegistrationFields.ACTION)).violations();
  }

  private Answer withdrawn(Visitor visitor) {
    return new Answer.Conflict(() -> own(visitor, Message.refused(WITHDRAWN)), WITHDRAWN);
  }

  private Answer invalid(Visitor visitor, List<Violation> violations) {
    return new Answer.Invalid(
        () -> own(visitor, Message.refused(violations.getFirst().message())), violations);
  }

  /** The form with what was typed, and what is wrong with it. */
  private String form(Visitor visitor, Answers answers, List<Place> communes) {
    return pages()
        .registrationForm(
            RegistrationPage.change(
                visitor.link(),
                visitor.registration(),
                visits.edition(visitor),
                visits.tables().now(),
                answers,
                communes));
  }

  private String own(Visitor visitor, Message message) {
    return pages().myRegistration(visits.own(visitor, visits.nextEdition(visitor), message));
  }

  private Map<String, Object> data(Registration self) {
    return new MyData(visits).of(self, visits.pairs(self));
  }
}
