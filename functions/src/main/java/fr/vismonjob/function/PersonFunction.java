package fr.vismonjob.function;

import static java.util.Map.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.coaching.Booking;
import fr.vismonjob.pairing.ActingOnPair;
import fr.vismonjob.pairing.ChangingAddress;
import fr.vismonjob.pairing.Entrusting;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.pairing.TakingOver;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.RequestingAddress;
import fr.vismonjob.site.CertificateResource;
import fr.vismonjob.site.CoachingResource;
import fr.vismonjob.site.ConfirmResource;
import fr.vismonjob.site.FeedbackResource;
import fr.vismonjob.site.MyData;
import fr.vismonjob.site.NewAddressResource;
import fr.vismonjob.site.NextEditionResource;
import fr.vismonjob.site.PairResource;
import fr.vismonjob.site.RegistrationResource;
import fr.vismonjob.site.RelayResource;
import fr.vismonjob.site.ReportResource;
import fr.vismonjob.site.Visits;
import fr.vismonjob.web.Resource;
import fr.vismonjob.web.WebFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The web function for people with a link: a person's own pages, and the organisers' report. */
public final class PersonFunction implements RequestStreamHandler {
  private final WebFunction web;

  public PersonFunction() {
    this(Wiring.ofLambda());
    Rehearsal.beforeSnapshot(PersonFunction.class, PersonFunction::new);
  }

  PersonFunction(Wiring wiring) {
    web = wiring.web(routes(wiring));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    web.handle(event, answer);
  }

  /** The resource of each route, by the route's name in template.yaml. */
  static Map<String, Resource> routes(Wiring wiring) {
    Tables tables = wiring.tables();
    Visits visits = new Visits(tables, wiring.keyed(), wiring.editions(), wiring.pages());
    Confirming confirming =
        new Confirming(
            tables.registrations(),
            tables.mails(),
            tables.subscriptions(),
            tables.transactions(),
            tables.clock());
    Booking booking =
        new Booking(
            tables.registrations(),
            tables.slots(),
            tables.mails(),
            tables.transactions(),
            tables.clock());
    RequestingAddress requesting =
        new RequestingAddress(
            tables.registrations(),
            tables.mails(),
            wiring.allowances(),
            tables.transactions(),
            wiring.keyed(),
            tables.clock());
    AddressHolderTable addresses = wiring.addresses();
    ActingOnPair acting =
        new ActingOnPair(
            tables, new Entrusting(tables, addresses, wiring.allowances(), wiring.keyed()));
    return Map.ofEntries(
        entry("/confirmation/{link}", new ConfirmResource(visits, confirming, wiring.metrics())),
        entry("/inscription/{link}", new RegistrationResource(visits, requesting, addresses)),
        entry(
            "/nouvelle-adresse/{link}",
            new NewAddressResource(visits, new ChangingAddress(tables, addresses))),
        entry("/inscription/{link}/donnees", new MyData(visits)),
        entry(
            "/prochaine/{link}",
            new NextEditionResource(
                tables.subscriptions(), tables.transactions(), wiring.pages(), tables.clock())),
        entry("/coaching/{link}", new CoachingResource(visits, booking)),
        entry("/binome/{link}", new PairResource(visits, acting)),
        entry(
            "/relais/{relay}",
            new RelayResource(visits, new TakingOver(tables, addresses), wiring.metrics())),
        entry("/avis/{link}", new FeedbackResource(visits, acting)),
        entry("/attestation/{certificate}", new CertificateResource(visits)),
        entry(
            "/rapport/{link}", new ReportResource(wiring.keyed(), wiring::files, tables.clock())));
  }
}
