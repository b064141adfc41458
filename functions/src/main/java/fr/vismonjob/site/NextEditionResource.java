package fr.vismonjob.site;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Pages;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.subscription.SubscriptionTable;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /prochaine/{link}}: the page on which somebody who wanted to be told of the next edition
 * has the address forgotten.
 */
public record NextEditionResource(
    SubscriptionTable subscriptions,
    Transactions transactions,
    Supplier<Pages> pages,
    InstantSource clock)
    implements Resource.Form {
  private static final String FORGOTTEN_PAGE = "/adresse-oubliee";

  private static final Field<Kind.Action> ACTION =
      Field.of("action", new Kind.Action("oublier"), "")
          .required("Indiquez ce que vous voulez faire.");

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Answer get(Request request) {
    return wish(request).map(this::shown).orElseGet(Answer.NotFound::new);
  }

  @Override
  public Answer post(Request request, Fields fields) {
    Optional<Subscription> wish = wish(request);
    List<Violation> violations = violations(fields);
    if (wish.isPresent() && !violations.isEmpty()) {
      Message wrong = Message.refused(violations.getFirst().message());
      return new Answer.Invalid(() -> pages.get().nextEdition(wish.get(), wrong), violations);
    }
    return wish.isPresent() && forget(request)
        ? Answer.Done.ok(FORGOTTEN_PAGE, Map.of("statut", "OUBLIEE"))
        : new Answer.NotFound();
  }

  private static List<Violation> violations(Fields fields) {
    FieldReader reader = new FieldReader(fields, List.of(ACTION));
    reader.action(ACTION);
    return reader.violations();
  }

  private Optional<Subscription> wish(Request request) {
    return SecretLink.parse(request.pathParameter("link"))
        .flatMap(link -> subscriptions.opened(link, clock.instant()));
  }

  private boolean forget(Request request) {
    return transactions.decide(
        "forgetting who wants to be told of the next edition",
        () ->
            wish(request)
                .map(wish -> new Decision<>(true, subscriptions.forget(wish)))
                .orElse(Decision.nothingToWrite(false)));
  }

  private Answer shown(Subscription wish) {
    return new Answer.Shown(
        () -> pages.get().nextEdition(wish, Message.none()),
        Map.of("statut", wish.toldOf().isPresent() ? "PREVENUE" : "A_PREVENIR"));
  }
}
