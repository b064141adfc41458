package fr.vismonjob.site;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.page.Pages;
import fr.vismonjob.page.Publisher;
import fr.vismonjob.registration.Communes;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pages that are the same for everybody, and the two small answers for programs beside them.
 */
public final class PlainPages {
  private final Map<String, Resource> byPath;

  public PlainPages(
      EditionTable editions, Supplier<Pages> pages, Publisher publisher, InstantSource clock) {
    byPath =
        Map.of(
            "/", readOnly(_ -> home(editions.current(), FrenchDates.today(clock), pages)),
            "/accessibilite", page("Accessibilité", () -> pages.get().accessibility(publisher)),
            "/donnees-personnelles",
                page(
                    "Données personnelles",
                    () -> pages.get().personalData(editions.current(), publisher)),
            "/mentions-legales", page("Mentions légales", () -> pages.get().legalNotice(publisher)),
            "/donnees-effacees", page("Données effacées", () -> pages.get().erased()),
            "/sante", readOnly(_ -> health(editions.current())),
            "/communes", readOnly(PlainPages::communes));
  }

  /** The resource at this path; whatever has none is « not found ». */
  public Resource at(Request request) {
    String path = request.path();
    if (path.startsWith("/assets/")) {
      return new AssetResource();
    }
    Resource found = byPath.get(path.isEmpty() ? "/" : path);
    return found == null ? new NoSuchResource() : found;
  }

  private static Answer home(Edition edition, LocalDate today, Supplier<Pages> pages) {
    return new Answer.Shown(
        () -> pages.get().home(edition, today),
        Map.of(
            "edition", edition.id(),
            "jour", edition.day().toString(),
            "inscriptions_du", edition.registrationFrom().toString(),
            "inscriptions_au", edition.registrationUntil().toString(),
            "inscriptions_ouvertes", edition.isRegistrationOpen(today)));
  }

  /** Says that the site can read its edition; a fault on the way answers 500 or 503 by itself. */
  private static Answer health(Edition edition) {
    return new Answer.Data(
        Map.of("statut", "OK", "edition", edition.id()), Map.of("Cache-Control", "no-store"));
  }

  private static Answer communes(Request request) {
    List<Map<String, String>> communes =
        Communes.of(request.queryParameter("code_postal").orElse("").strip()).stream()
            .map(place -> Map.of("code", place.code(), "nom", place.commune()))
            .toList();
    return new Answer.Data(communes, Map.of("Cache-Control", "public, max-age=86400"));
  }

  private static Resource page(String title, Supplier<String> page) {
    return readOnly(_ -> new Answer.Shown(page, Map.of("titre", title)));
  }

  private static Resource readOnly(Function<Request, Answer> get) {
    return new Resource() {
      @Override
      public Answer get(Request request) {
        return get.apply(request);
      }

      @Override
      public boolean acceptsPost() {
        return false;
      }
    };
  }
}
