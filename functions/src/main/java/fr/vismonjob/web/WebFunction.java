package fr.vismonjob.web;

import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.InvalidEdition;
import fr.vismonjob.form.Fields;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.json.ErrorLine;
import fr.vismonjob.json.Json;
import fr.vismonjob.metric.Metric;
import fr.vismonjob.metric.Metrics;
import fr.vismonjob.web.FormBody.UnreadableBody;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The common part of the two web functions: reads the request, finds the resource of its route,
 * calls it, and writes the answer in the form that was asked for. Only this class knows HTTP
 * statuses; resources do not.
 */
public final class WebFunction {
  private static final int LARGEST_BODY = 64 * 1024;

  /** While a request is answered: by which address it came. */
  private static final ScopedValue<String> SITE = ScopedValue.newInstance();

  /** An address that does not exist: every request is answered with 404. */
  private static final class NoSuchResource implements Resource.Form {
    @Override
    public Answer get(Request request) {
      return new Answer.NotFound();
    }

    @Override
    public Answer post(Request request, Fields fields) {
      return new Answer.NotFound();
    }
  }

  private final Function<ErrorPage, String> errorPages;
  private final Map<String, Resource> routes;
  private final Metrics metrics;

  public WebFunction(
      Function<ErrorPage, String> errorPages, Map<String, Resource> routes, Metrics metrics) {
    this.errorPages = errorPages;
    this.routes = routes;
    this.metrics = metrics;
  }

  /** The address of the site, by which the present request came. */
  public static SiteAddress site() {
    return new SiteAddress(SITE.get());
  }

  public void handle(InputStream event, OutputStream out) {
    ProxyEvent.write(respond(ProxyEvent.read(event)), out);
  }

  Response respond(Request request) {
    return ScopedValue.where(SITE, request.site()).call(() -> answer(request));
  }

  private Response answer(Request request) {
    Resource resource = routes.getOrDefault(request.route(), new NoSuchResource());
    Response response;
    try {
      response = exchange(request, resource);
    } catch (UnreadableBody e) {
      response = refused(request, 400, String.valueOf(e.getMessage()));
    } catch (InvalidEdition e) {
      log("edition-invalid", request, e.where());
      metrics.add(Metric.UNREADABLE_EDITIONS, 1);
      response = errorAfterFault(request, ErrorPage.invalid(e.where(), request.id()));
    } catch (UnreadableRow e) {
      log("row-unreadable", request, e.row() + ", " + e.attribute());
      response = errorAfterFault(request, ErrorPage.unreadable(request.id()));
    } catch (RuntimeException e) {
      log("fault", request, ErrorLine.words(e));
      response = errorAfterFault(request, ErrorPage.fault(request.id()));
    }
    Response complete = CommonHeaders.on(response, resource.isPersonal());
    return request.method().equals("HEAD") ? complete.withoutBody() : complete;
  }

  private Response exchange(Request request, Resource resource) {
    return switch (request.method()) {
      case "GET", "HEAD" -> render(request, resource.get(request));
      case "POST" ->
          resource instanceof Resource.Form form
              ? post(request, form)
              : notAllowed(request, resource);
      default -> notAllowed(request, resource);
    };
  }

  private Response post(Request request, Resource.Form resource) {
    if (request.body().length > LARGEST_BODY) {
      return refused(request, 413, "La requête dépasse 64 Kio.");
    }
    String type = request.header("content-type").map(MediaTypes::of).orElse("");
    @Nullable Fields fields =
        switch (type) {
          case "application/x-www-form-urlencoded" -> FormBody.urlEncoded(request.body());
          case "application/json" -> FormBody.json(request.body());
          case "" -> request.body().length == 0 ? Fields.of(Map.of()) : null;
          default -> null;
        };
    if (fields == null) {
      return refused(
          request,
          415,
          "Le corps doit être de type application/x-www-form-urlencoded ou application/json.");
    }
    return render(request, resource.post(request, fields));
  }

  private Response render(Request request, Answer answer) {
    boolean json = request.wantsJson();
    return switch (answer) {
      case Answer.Shown shown ->
          json
              ? Response.json(200, Json.write(shown.json()))
              : Response.html(200, shown.page().get());
      case Answer.Done done ->
          json ? Response.json(done.jsonStatus(), Json.write(done.json())) : seeOther(done.path());
      case Answer.Invalid invalid ->
          json ? Problem.of(invalid.violations()) : Response.html(422, invalid.page().get());
      case Answer.Conflict conflict ->
          json ? Problem.of(409, conflict.reason()) : Response.html(409, conflict.page().get());
      case Answer.NotFound _ -> error(request, ErrorPage.notFound());
      case Answer.Data data -> Response.json(200, Json.write(data.json())).withAll(data.headers());
      case Answer.File file -> new Response(200, file.headers(), file.content(), true);
    };
  }

  private Response seeOther(String path) {
    return Response.html(303, "").with("Location", site().basePath() + path);
  }

  private Response notAllowed(Request request, Resource resource) {
    String allowed = resource instanceof Resource.Form ? "GET, HEAD, POST" : "GET, HEAD";
    return refused(request, 405, "Méthodes possibles : " + allowed + ".").with("Allow", allowed);
  }

  private Response refused(Request request, int status, String reason) {
    return error(request, ErrorPage.refused(status, reason));
  }

  private Response error(Request request, ErrorPage error) {
    return request.wantsJson()
        ? Problem.of(error.status(), error.detail())
        : Response.html(error.status(), errorPages.apply(error));
  }

  private Response errorAfterFault(Request request, ErrorPage error) {
    try {
      return error(request, error);
    } catch (RuntimeException _) {
      // Even the error page failed, perhaps because the stage says no address.
      return Response.plain(error.status(), "Une erreur est survenue. Référence : " + request.id());
    }
  }

  private static void log(String event, Request request, String detail) {
    ErrorLine line = ErrorLine.of(event).with("request", request.id());
    // The registration alone: with the link's other part anybody could act as the person.
    SecretLink.parse(request.pathParameter("link"))
        .ifPresent(link -> line.with("registration", link.id()));
    line.with("detail", detail).print();
  }
}
