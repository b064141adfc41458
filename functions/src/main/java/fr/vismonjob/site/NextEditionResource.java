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
    implements LinkPage.Form<Subscription> {
  private static final String FORGOTTEN_PAGE = "/adresse-oubliee";

  private static final Field<Kind.Action> ACTION =
      Field.of("action", new Kind.Action("oublier"), "")
          .required("Indiquez ce que vous voulez faire.");

  @Override
  public Optional<Subscription> opened(Request request) {
    return SecretLink.parse(request.pathParameter("link"))
        .flatMap(link -> subscriptions.opened(link, clock.instant()));
  }

  @Override
  public Answer show(Subscription wish, Request request) {
    return new Answer.Shown(
        () -> pages.get().nextEdition(wish, Message.none()),
        Map.of("statut", wish.toldOf().isPresent() ? "PREVENUE" : "A_PREVENIR"));
  }

  @Override
  public Answer act(Subscription wish, Fields fields) {
    FieldReader reader = new FieldReader(fields, List.of(ACTION));
    reader.action(ACTION);
    List<Violation> violations = reader.violations();
    if (!violations.isEmpty()) {
      Message wrong = Message.refused(violations.getFirst().message());
      return new Answer.Invalid(() -> pages.get().nextEdition(wish, wrong), violations);
    }
    return forget(wish)
        ? Answer.Done.ok(FORGOTTEN_PAGE, Map.of("statut", "OUBLIEE"))
        : new Answer.NotFound();
  }

  private boolean forget(Subscription read) {
    return transactions.decide(
        "forgetting who wants to be told of the next edition",
        () ->
            subscriptions
                .opened(read.link(), clock.instant())
                .map(wish -> new Decision<>(true, subscriptions.forget(wish)))
                .orElse(Decision.nothingToWrite(false)));
  }
}
