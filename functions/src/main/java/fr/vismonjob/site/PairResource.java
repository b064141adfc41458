package fr.vismonjob.site;

import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.page.Answers;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.Notice;
import fr.vismonjob.page.PairPage;
import fr.vismonjob.pairing.ActingOnPair;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairAction;
import fr.vismonjob.pairing.PairForm;
import fr.vismonjob.pairing.PairOutcome;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /binome/{link}}: shows the partners and the reasons; proposes, accepts and cancels. */
public record PairResource(Visits visits, ActingOnPair acting) implements PersonalPage.Form {
  @Override
  public Answer show(Visitor visitor, Request request) {
    List<Pair> own = visits.pairs(visitor.registration());
    Optional<Pair> toCancel = toCancel(request, own);
    return new Answer.Shown(
        () ->
            toCancel
                .map(
                    pair ->
                        pages()
                            .cancelPair(
                                visitor.link(), visitor.registration(), partner(visitor, pair)))
                .orElseGet(
                    () ->
                        page(
                            visitor, own, Answers.blank(), PersonalPage.message(visitor, request))),
        state(visitor.registration(), own));
  }

  @Override
  public Answer act(Visitor visitor, Fields fields) {
    Registration self = visitor.registration();
    return switch (acting.act(self, PairForm.read(fields), () -> visits.edition(visitor))) {
      case PairOutcome.Done(PairAction action, Pair pair) ->
          visitor.done("binome", notice(action), json(pair, self));
      case PairOutcome.Welcomed() -> {
        Registration now = visits.again(visitor).registration();
        yield visitor.done("binome", Notice.ACCUEIL_ENREGISTRE, state(now, visits.pairs(now)));
      }
      case PairOutcome.Refused(String reason) ->
          new Answer.Conflict(
              () -> pageNow(visitor, Answers.blank(), Message.refused(reason)), reason);
      case PairOutcome.Invalid(List<Violation> violations) -> invalid(visitor, fields, violations);
    };
  }

  private static Notice notice(PairAction action) {
    return switch (action) {
      case PairAction.Propose _ -> Notice.DATES_PROPOSEES;
      case PairAction.Accept _ -> Notice.DATE_CONVENUE;
      case PairAction.Cancel _ -> Notice.BINOME_ANNULE;
      case PairAction.Entrust _ -> Notice.RELAIS_DEMANDE;
      case PairAction.Report _ -> Notice.AVIS_ENREGISTRE;
    };
  }

  private Answer invalid(Visitor visitor, Fields fields, List<Violation> violations) {
    return new Answer.Invalid(
        () -> pageNow(visitor, Answers.of(fields, violations), Message.none()), violations);
  }

  /** The pair of the page that asks before cancelling. */
  private Optional<Pair> toCancel(Request request, List<Pair> own) {
    return request.queryParameter("action").filter("annuler"::equals).isEmpty()
        ? Optional.empty()
        : own.stream()
            .filter(pair -> pair.isAhead(visits.today()))
            .filter(
                pair ->
                    own.size() == 1
                        || request.queryParameter("binome").filter(pair.id()::equals).isPresent())
            .findFirst();
  }

  /** The page in the present state, after an act was refused. */
  private String pageNow(Visitor visitor, Answers answers, Message message) {
    Visitor now = visits.again(visitor);
    return page(now, visits.pairs(now.registration()), answers, message);
  }

  private String page(Visitor visitor, List<Pair> own, Answers answers, Message message) {
    return pages()
        .pair(
            new PairPage(
                visitor.link(),
                visits.certificate(visitor.registration()),
                visitor.registration(),
                visits.edition(visitor),
                visits.today(),
                own.stream().map(pair -> partner(visitor, pair)).toList(),
                answers,
                message));
  }

  private PairPage.Partner partner(Visitor visitor, Pair pair) {
    Registration self = visitor.registration();
    return visits
        .partner(pair, self)
        .map(partner -> PairPage.Partner.of(pair, self, partner, visits.isLive(pair)))
        .orElseGet(() -> PairPage.Partner.of(pair, self.role()))
        .asking(relay(pair, self).flatMap(Relay::address));
  }

  private Map<String, Object> state(Registration self, List<Pair> own) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("statut", self.status().name());
    state.put("binomes", own.stream().map(pair -> json(pair, self)).toList());
    return state;
  }

  private Map<String, Object> json(Pair pair, Registration self) {
    return PairJson.of(
        pair, self, visits.partner(pair, self), relay(pair, self), visits.welcome(pair));
  }

  /** What the visitor has asked a colleague, who has not answered. */
  private Optional<Relay> relay(Pair pair, Registration self) {
    return self.role() == Role.AMBASSADEUR && pair.isAhead(visits.today())
        ? visits
            .tables()
            .pairs()
            .relays()
            .find(pair.id())
            .filter(asked -> asked.address().isPresent())
        : Optional.empty();
  }
}
