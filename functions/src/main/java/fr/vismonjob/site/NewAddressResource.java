package fr.vismonjob.site;

import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.page.Message;
import fr.vismonjob.pairing.ActOutcome;
import fr.vismonjob.pairing.ChangingAddress;
import fr.vismonjob.registration.AddressRequest;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /nouvelle-adresse/{link}}: the page behind the mail to a new address that somebody has
 * asked for. Its button makes it the registration's.
 */
public record NewAddressResource(Visits visits, ChangingAddress changing)
    implements LinkPage.Form<NewAddressResource.Asked> {
  /** Says that the old links are void and the new one is on its way. */
  private static final String NEW_LINK_PAGE = "/lien-renouvele";

  /**
   * The registration and the address that a link is for.
   *
   * @param taken whether the address is the registration's already
   */
  record Asked(SecretLink link, Registration registration, String address, boolean taken) {}

  @Override
  public Optional<Asked> opened(Request request) {
    return SecretLink.parse(request.pathParameter("link"))
        .flatMap(link -> visits.tables().person(link.id()).flatMap(person -> asked(link, person)));
  }

  private Optional<Asked> asked(SecretLink link, Registration person) {
    return Stream.concat(
            open(person).map(address -> new Asked(link, person, address, false)).stream(),
            taken(person).map(address -> new Asked(link, person, address, true)).stream())
        .filter(this::isRight)
        .findFirst();
  }

  private Optional<String> open(Registration person) {
    return visits
        .tables()
        .registrations()
        .addressChanges()
        .requested(person.id())
        .filter(asked -> !asked.isOver(visits.tables().now()))
        .map(AddressRequest::address);
  }

  /**
   * The present address, for as long after it was taken as it could be taken: that renewed the
   * person's link, whose number is the time.
   */
  private Optional<String> taken(Registration person) {
    return Optional.of(
            new AddressRequest(
                person.person().address(), Instant.ofEpochMilli(person.linkNumber())))
        .filter(asked -> person.isActive() && !asked.isOver(visits.tables().now()))
        .map(AddressRequest::address);
  }

  private boolean isRight(Asked asked) {
    Registration person = asked.registration();
    return asked
        .link()
        .is(SecretLink.ofNewAddress(person.id(), person.number(), asked.address(), visits.keyed()));
  }

  @Override
  public Answer show(Asked asked, Request request) {
    return new Answer.Shown(() -> page(asked, Message.none()), json(asked.registration()));
  }

  @Override
  public Answer act(Asked asked, Fields fields) {
    List<Violation> violations = new FieldReader(fields, List.of()).violations();
    if (!violations.isEmpty()) {
      return new Answer.Invalid(
          () -> page(asked, Message.refused(violations.getFirst().message())), violations);
    }
    return switch (changing.confirm(
        asked.registration().id(), asked.address(), visits.editions()::named)) {
      case ActOutcome.Done _, ActOutcome.NothingToDo _ ->
          Answer.Done.ok(NEW_LINK_PAGE, json(asked.registration()));
      case ActOutcome.Refused(String why) ->
          new Answer.Conflict(() -> page(asked, Message.refused(why)), why);
    };
  }

  private String page(Asked asked, Message message) {
    return visits.pages().get().takeAddress(asked.link(), asked.address(), asked.taken(), message);
  }

  private static Map<String, Object> json(Registration registration) {
    return Map.of("statut", registration.status().name());
  }
}
