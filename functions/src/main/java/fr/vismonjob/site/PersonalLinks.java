package fr.vismonjob.site;

import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.Optional;
import java.util.function.Function;

/** Finds the registration of a personal link. Any wrong link gets the same « not found ». */
public record PersonalLinks(RegistrationTable registrations, Keyed keyed) {
  Answer open(Request request, Function<Visitor, Answer> answer) {
    return visitor(request).map(answer).orElseGet(Answer.NotFound::new);
  }

  private Optional<Visitor> visitor(Request request) {
    return PersonLink.parse(request.pathParameter("link"))
        .flatMap(
            link ->
                registrations
                    .find(link.registrationId())
                    .filter(found -> keyed.isLinkSecret(link.secret(), found.id(), found.number()))
                    .map(found -> new Visitor(link, found)));
  }
}
