package fr.vismonjob.web;

import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problem details for programs (RFC 9457). Titles are in French, like everything that people read.
 */
final class Problem {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Requête illisible",
          404, "Page introuvable",
          405, "Méthode non autorisée",
          409, "Action impossible dans l’état actuel",
          413, "Requête trop volumineuse",
          415, "Format de données non pris en charge",
          422, "Champs incorrects",
          500, "Erreur du service",
          503, "Service momentanément indisponible");

  private Problem() {}

  static Response of(int status, String detail) {
    return Response.problem(status, Json.write(members(status, detail)));
  }

  static Response of(List<Violation> violations) {
    Map<String, Object> members = members(422, "Certains champs sont à corriger.");
    members.put(
        "violations",
        violations.stream().map(v -> Map.of("field", v.field(), "message", v.message())).toList());
    return Response.problem(422, Json.write(members));
  }

  private static Map<String, Object> members(int status, String detail) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", TITLES.getOrDefault(status, "Erreur"));
    members.put("status", status);
    members.put("detail", detail);
    return members;
  }
}
