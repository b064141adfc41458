package fr.vismonjob.site;

import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.form.Fields;
import fr.vismonjob.page.Confirmation;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.page.Pages;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /confirmation/{link}}: shows what will be confirmed, and confirms. */
public record ConfirmResource(
    PersonalLinks links, EditionTable editions, Confirming confirming, Supplier<Pages> pages)
    implements Resource {
  @Override
  public Answer get(Request request) {
    return links.open(
        request,
        visitor ->
            new Answer.Shown(
                () -> page(visitor, Notices.of(request)),
                Map.of("statut", visitor.registration().status().name())));
  }

  @Override
  public Answer post(Request request, Fields fields) {
    return links.open(
        request,
        visitor -> {
          Status status = confirming.confirm(visitor.registration());
          if (!status.isActive()) {
            String reason =
                "Cette inscription a été retirée : inscrivez-vous de nouveau pour participer.";
            return new Answer.Conflict(() -> page(visitor, Message.refused(reason)), reason);
          }
          return Answer.Done.ok(
              Notices.path(visitor.path("confirmation"), Notice.INSCRIPTION_CONFIRMEE),
              Map.of("statut", status.name()));
        });
  }

  private String page(Visitor visitor, Message message) {
    return pages
        .get()
        .confirmation(
            new Confirmation(
                visitor.link(), visitor.registration(), Editions.of(visitor, editions), message));
  }

  @Override
  public boolean isPersonal() {
    return true;
  }
}
