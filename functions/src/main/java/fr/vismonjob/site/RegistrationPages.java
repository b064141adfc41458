package fr.vismonjob.site;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.MyRegistration;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.RegistrationPage;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairTable;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.registration.Place;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Request;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The pages of a person's own registration: its present state, the form, and the pages that ask
 * first.
 */
public record RegistrationPages(
    EditionTable editions,
    CoachingSlotTable slots,
    PairTable pairs,
    Supplier<Pages> pages,
    InstantSource clock) {
  /**
   * The page, or the one that asks before the act that {@code action} names. A person who has
   * withdrawn can only erase.
   */
  String shown(Visitor visitor, Request request) {
    Registration self = visitor.registration();
    String action = request.queryParameter("action").orElse("");
    if (self.status() == Status.RETIREE && !action.equals("supprimer")) {
      return own(visitor, Notices.of(request));
    }
    return switch (action) {
      case "modifier" ->
          pages
              .get()
              .registrationForm(
                  RegistrationPage.change(
                      visitor.link(),
                      self,
                      edition(visitor),
                      clock.instant(),
                      Communes.of(self.place().postalCode())));
      case "retirer" -> pages.get().withdraw(visitor.link(), self);
      case "supprimer" -> pages.get().erase(visitor.link(), self);
      default -> own(visitor, Notices.of(request));
    };
  }

  /** The form with what was typed, and what is wrong with it. */
  String form(Visitor visitor, Answers answers, List<Place> communes) {
    return pages
        .get()
        .registrationForm(
            RegistrationPage.change(
                visitor.link(),
                visitor.registration(),
                edition(visitor),
                clock.instant(),
                answers,
                communes));
  }

  String refused(Visitor visitor, String reason) {
    return own(visitor, Message.refused(reason));
  }

  private String own(Visitor visitor, Message message) {
    Registration self = visitor.registration();
    List<Pair> on = pairs.of(self).stream().filter(Pair::isOn).toList();
    return pages
        .get()
        .myRegistration(
            new MyRegistration(
                visitor.link(),
                self,
                edition(visitor),
                FrenchDates.dayOf(clock.instant()),
                self.seat().flatMap(slots::find),
                on,
                message));
  }

  private Edition edition(Visitor visitor) {
    return Editions.of(visitor, editions);
  }
}
