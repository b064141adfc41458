package fr.vismonjob.workflow;

import fr.vismonjob.identity.Fingerprint;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.PlannedPair;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which the proposals of a run are agreed to, such as {@code
 * 2026/2026-11-10/2-3f9a1c}: the day's run, the how manieth proposals of that day they are, and a
 * fingerprint of them. A run that is started again and decides the same has the same name; whatever
 * else is proposed has another.
 */
public final class ProposalName {
  private static final int BYTES = 3;
  private static final Pattern OF_DAY = Pattern.compile("/([0-9]{1,6})-([0-9a-f]+)");

  private ProposalName() {}

  /**
   * @param run the day's run, such as {@code 2026/2026-11-10}
   * @param last the name of the latest proposals; may be empty
   */
  public static String of(String run, String last, List<PlannedPair> pairs) {
    String fingerprint = fingerprint(pairs);
    Matcher ofDay = OF_DAY.matcher(last.startsWith(run) ? last.substring(run.length()) : "");
    if (!ofDay.matches()) {
      return run + "/1-" + fingerprint;
    }
    return ofDay.group(2).equals(fingerprint)
        ? last
        : run + "/" + (Integer.parseInt(ofDay.group(1)) + 1) + "-" + fingerprint;
  }

  private static String fingerprint(List<PlannedPair> pairs) {
    return Fingerprint.of(Json.write(pairs.stream().map(EntrantJson::write).toList()), BYTES);
  }
}
