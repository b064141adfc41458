package fr.vismonjob.function;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happens in a simulated edition, a line for each step. People and pairs are named by numbers
 * that count round, so that a script makes sense with any of its lines left out.
 */
final class SimulationScript {
  private static final LocalDate REGISTRATION_ENDS = LocalDate.parse("2026-11-13");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-30");
  private static final LocalDate LAST_MATCHING = LocalDate.parse("2026-11-16");
  private static final LocalDate END = LocalDate.parse("2026-12-03");
  private static final LocalDate OPENING = LocalDate.parse("2026-12-04");
  private static final LocalDate ERASURE = LocalDate.parse("2027-02-24");
  private static final List<String> DAYS =
      List.of(
          "2026-11-24",
          "2026-11-25",
          "2026-11-26",
          "2026-11-20",
          "2026-11-17",
          "2026-11-12",
          "2026-11-27",
          "2026-12-01");
  private static final List<String> PLACES = List.of("75007", "75007", "69003", "13001");

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private String lastProposer = "0 0";

  private SimulationScript(long seed) {
    random = new Random(seed);
  }

  /**
   * An edition at random. On its last two days nothing fails, and people only say how theirs was.
   * Organisers also agree on the evening before a day that people may have chosen.
   */
  static List<String> of(long seed) {
    SimulationScript script = new SimulationScript(seed);
    script.write();
    return List.copyOf(script.lines);
  }

  private void write() {
    boolean onAgreement = random.nextInt(3) == 0;
    if (onAgreement) {
      add("publication SUR_ACCORD");
    }
    for (int i = 0; i < 12 + random.nextInt(6); i++) {
      come();
    }
    for (LocalDate day = FIRST; day.isBefore(END.minusDays(1)); day = day.plusDays(1)) {
      add("morning " + day);
      boolean ofMatching = !day.isAfter(LAST_MATCHING);
      if (random.nextInt(10) < (ofMatching ? 6 : 4)) {
        run(day);
      }
      if (ofMatching || random.nextInt(2) == 0) {
        for (int acts = random.nextInt(6); acts > 0; acts--) {
          act(day, onAgreement);
        }
      }
      if (onAgreement && ofMatching && DAYS.contains(day.plusDays(1).toString())) {
        add("agree");
      }
    }
    for (LocalDate day = END.minusDays(1); !day.isAfter(END); day = day.plusDays(1)) {
      add("morning " + day);
      add("post");
      add("day " + day);
      for (int i = random.nextInt(4); i > 0; i--) {
        add(report());
      }
    }
    nextEdition();
    add("morning " + ERASURE);
    if (random.nextBoolean()) {
      fault(120);
      add("day " + ERASURE);
    }
    add("day " + ERASURE);
    add("post");
    add("erased");
  }

  /** The next edition opens, and some of those who are told have their address forgotten. */
  private void nextEdition() {
    add("morning " + OPENING);
    add("next-edition " + OPENING);
    if (random.nextBoolean()) {
      fault(60);
      add("next-day " + OPENING);
    }
    add("next-day " + OPENING);
    add("told");
    for (int i = random.nextInt(3); i > 0; i--) {
      if (random.nextInt(3) == 0) {
        fault(6);
      }
      add("leave " + random.nextInt(4));
    }
  }

  private void run(LocalDate day) {
    for (int crashes = random.nextInt(2); crashes > 0; crashes--) {
      fault(250);
      add("day " + day);
    }
    if (random.nextInt(3) == 0) {
      rival(250);
    } else if (random.nextInt(8) == 0) {
      add("echo");
    } else if (random.nextInt(8) == 0) {
      add("rival %d post".formatted(1 + random.nextInt(250)));
    }
    add("day " + day);
    if (random.nextInt(8) == 0) {
      add("day " + day.minusDays(random.nextInt(3)));
    }
  }

  private void act(LocalDate day, boolean onAgreement) {
    if (day.isBefore(REGISTRATION_ENDS) && random.nextInt(4) == 0) {
      come();
    } else if (onAgreement && random.nextInt(3) == 0) {
      disturbed(14, 12, random.nextInt(6) == 0 ? "agree-to-old" : "agree");
    } else {
      switch (random.nextInt(10)) {
        case 3 -> sameSeat();
        case 4 -> twoSenders();
        case 0 -> relay();
        case 1 -> leaveAndReturn();
        case 2 -> otherAddress();
        default -> disturbed(14, 12, ofSomebody());
      }
    }
    if (random.nextInt(8) == 0) {
      add("ses " + any("THROTTLE", "BREAK_DOWN", "REJECT", "GATEWAY_TIMEOUT", "LOSE_ANSWER"));
    }
    if (random.nextInt(4) > 0) {
      add("post");
    }
  }

  /** Now and then one of the act's calls fails, or somebody else acts before it. */
  private void disturbed(int faulty, int rivalled, String act) {
    if (random.nextInt(5) == 0) {
      fault(faulty);
    } else if (random.nextInt(5) == 0) {
      rival(rivalled);
    } else if (random.nextInt(5) == 0) {
      add("echo");
    }
    add(act);
  }

  /** Two want a seat of the same session at the same time, and whoever has one may leave. */
  private void sameSeat() {
    for (int i = 0; i < 3; i++) {
      int who = random.nextInt(1000);
      add("rival %d seat %d 1".formatted(1 + random.nextInt(12), random.nextInt(1000)));
      add("seat %d 1".formatted(who));
      if (random.nextInt(3) == 0) {
        disturbed(18, 16, any("withdraw %d", "erase %d").formatted(who));
      }
    }
  }

  /** Two senders are at the same mails, of which SES may answer to none. */
  private void twoSenders() {
    disturbed(14, 12, ofSomebody());
    if (random.nextBoolean()) {
      add("ses LOSE_ANSWER");
    }
    add("rival %d post".formatted(1 + random.nextInt(12)));
    add("post");
  }

  /** A colleague is asked, and answers, or another is asked first. */
  private void relay() {
    int pair = random.nextInt(1000);
    disturbed(16, 14, entrust(pair));
    if (random.nextInt(5) == 0) {
      disturbed(16, 14, entrust(pair));
    }
    add("post");
    if (random.nextInt(4) == 0) {
      add("rival %d %s".formatted(1 + random.nextInt(24), entrust(pair)));
      add(answer());
    } else if (random.nextInt(4) > 0) {
      disturbed(26, 24, answer());
    }
  }

  private String entrust(int pair) {
    return "entrust %d %d".formatted(pair, random.nextInt(1000));
  }

  private String answer() {
    return any("take-over", "take-over", "take-over", "decline") + " " + random.nextInt(2);
  }

  private void leaveAndReturn() {
    int who = random.nextInt(1000);
    disturbed(18, 16, any("withdraw %d", "withdraw %d", "erase %d").formatted(who));
    if (random.nextBoolean()) {
      add("post");
    }
    disturbed(10, 8, "again " + who);
    if (random.nextInt(3) > 0) {
      disturbed(8, 6, "confirm " + who);
    }
  }

  private void otherAddress() {
    disturbed(10, 8, "ask-address %d %d".formatted(random.nextInt(1000), random.nextInt(1000)));
    add("post");
    disturbed(18, 16, "take-address " + random.nextInt(2));
  }

  private void come() {
    boolean host = random.nextInt(5) < 2;
    add(
        "come %s %s %d %s"
            .formatted(
                host ? "AMBASSADEUR" : "ETUDIANT", any(PLACES), 1 + random.nextInt(3), days(3)));
    add("post");
    if (random.nextInt(8) > 0) {
      add("confirm -1");
    }
  }

  /** One of an act's many calls fails, or one of its few writes. */
  private void fault(int most) {
    String fault = any("BEFORE", "AFTER", "THROTTLED", "CONFLICT");
    int call = 1 + random.nextInt(most);
    add(
        call % 2 == 0
            ? "fault %s %d".formatted(fault, call)
            : "fault-write %s %d".formatted(fault, 1 + call / 6));
  }

  private void rival(int most) {
    add("rival %d %s".formatted(1 + random.nextInt(most), ofSomebody()));
  }

  private String ofSomebody() {
    int who = random.nextInt(1000);
    int pair = random.nextInt(3);
    return switch (random.nextInt(30)) {
      case 0, 1 -> "withdraw " + who + wish();
      case 2 -> "erase " + who;
      case 3 -> "confirm " + who;
      case 4 -> "again " + who;
      case 5, 6 -> "change %d %s %d %s".formatted(who, any(PLACES), 1 + random.nextInt(3), days(4));
      case 7, 8, 9 -> {
        lastProposer = who + " " + pair;
        yield "propose %s %s".formatted(lastProposer, days(2));
      }
      case 10, 11, 12 -> "accept %s %d".formatted(lastProposer, random.nextInt(2));
      case 13, 14 -> "cancel %d %d".formatted(who, pair);
      case 15, 16 -> report();
      case 17 -> "seat %d %d".formatted(who, random.nextInt(2));
      case 18 -> "leave-seat " + who;
      case 19 -> "new-link " + who;
      case 20 -> "mark %d %s".formatted(who, any("a_renvoyer", "a_retirer", "a_effacer"));
      case 21 -> "new-address %d %d".formatted(who, random.nextInt(1000));
      case 22 -> "call-off " + random.nextInt(1000);
      case 23 -> "impose %d %d".formatted(who, random.nextInt(1000));
      case 24 -> "keep-apart %d %d".formatted(who, random.nextInt(1000));
      case 25, 26 -> "welcome %d %d".formatted(who, 8 + pair);
      case 27 -> entrust(random.nextInt(1000));
      case 28 -> answer();
      default -> "forget " + who;
    };
  }

  private String report() {
    return "report %d %d %s".formatted(random.nextInt(1000), random.nextInt(3), any("oui", "non"))
        + wish();
  }

  private String wish() {
    return random.nextBoolean() ? " prevenir" : "";
  }

  private String days(int most) {
    List<String> chosen = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      String day = any(DAYS);
      if (!chosen.contains(day)) {
        chosen.add(day);
      }
    }
    return String.join(",", chosen);
  }

  private String any(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void add(String line) {
    lines.add(line);
  }

  /** Whether a line only makes the next one harder. */
  static boolean disturbs(String line) {
    return List.of("fault", "fault-write", "rival", "echo", "ses").contains(line.split(" ", 2)[0]);
  }

  /**
   * A part of the script that still fails, from which no line can be left out: larger pieces are
   * tried before smaller ones (delta debugging).
   *
   * @param fails plays a script
   */
  static List<String> shrunk(List<String> script, Predicate<List<String>> fails) {
    List<String> left = script;
    for (int piece = Math.max(1, script.size() / 2); piece > 0; ) {
      boolean less = false;
      for (int from = left.size() - piece; from > -piece; from -= piece) {
        int begin = Math.max(0, from);
        List<String> without =
            Stream.concat(
                    left.subList(0, begin).stream(),
                    left.subList(Math.min(left.size(), from + piece), left.size()).stream())
                .toList();
        if (fails.test(without)) {
          left = without;
          less = true;
        }
      }
      if (!less || piece > 1) {
        piece /= 2;
      }
    }
    return left;
  }
}
