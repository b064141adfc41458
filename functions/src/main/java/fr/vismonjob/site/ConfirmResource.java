package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Status;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.Map;
import java.util.Optional;

/** {@code /confirmation/{link}}: shows what will be confirmed, and confirms. */
public record ConfirmResource(Visits visits, Confirming confirming, Metrics metrics)
    implements PersonalPage.Form {
  @Override
  public Answer show(Visitor visitor, Request request) {
    return new Answer.Shown(
        () -> page(visitor, PersonalPage.message(visitor, request)),
        Map.of("statut", visitor.registration().status().name()));
  }

  @Override
  public Answer act(Visitor visitor, Fields fields) {
    Confirming.Outcome outcome = confirming.confirm(visitor.registration());
    if (outcome.isNew()) {
      metrics.add(Metric.CONFIRMATIONS, 1, visitor.registration().role());
    }
    Status status = outcome.status();
    if (!status.isActive()) {
      String reason =
          "Cette inscription a été retirée : inscrivez-vous de nouveau pour participer.";
      return new Answer.Conflict(() -> page(visitor, Message.refused(reason)), reason);
    }
    return visitor.done(
        "confirmation", Notice.INSCRIPTION_CONFIRMEE, Map.of("statut", status.name()));
  }

  private String page(Visitor visitor, Message message) {
    return pages().confirmation(visits.own(visitor, Optional.empty(), message));
  }
}
