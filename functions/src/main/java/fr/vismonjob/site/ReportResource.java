package fr.vismonjob.site;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Fingerprint;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.web.Answer;
import fr.vismonjob.web.Request;
import fr.vismonjob.workflow.RunFiles;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /rapport/{link}}: a report, as long as its link works.
 *
 * @param files the files; used only for a link that works
 */
public record ReportResource(Keyed keyed, Supplier<RunFiles> files, InstantSource clock)
    implements LinkPage<String> {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  @Override
  public Optional<String> opened(Request request) {
    return ReportLink.parse(request.pathParameter("link"))
        .filter(link -> link.opens(FrenchDates.dayOf(clock.instant()), keyed))
        .flatMap(link -> files.get().find(RunFiles.REPORTS + link.report() + "/rapport.html"));
  }

  @Override
  public Answer show(String html, Request request) {
    return new Answer.File(
        html.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            // The file has its own style, which depends on the version that made it.
            "Content-Security-Policy",
            "default-src 'none'; style-src '"
                + style(html)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
  }

  private static String style(String html) {
    Matcher style = STYLE.matcher(html);
    byte[] hash = Fingerprint.sha256(style.find() ? style.group(1) : "");
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
