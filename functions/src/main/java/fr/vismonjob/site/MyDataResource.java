package fr.vismonjob.site;

import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.web.Resource;
import java.util.Map;

/** {@code /inscription/{link}/donnees}: all data about a person, as a file to download. */
public record MyDataResource(PersonalLinks links, MyData data) implements Resource {
  @Override
  public Answer get(Request request) {
    return links.open(
        request,
        visitor ->
            new Answer.Data(
                data.of(visitor.registration()),
                Map.of(
                    "Content-Disposition",
                    "attachment; filename=\"vis-mon-job-mes-donnees.json\"")));
  }

  @Override
  public boolean acceptsPost() {
    return false;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }
}
