package fr.vismonjob.pairing;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** What people, organisers and runs do at random, in the words of {@code model/Pair.tla}. */
final class ModelActs {
  private ModelActs() {}

  /** Days are handed on, which acts at random hardly come to. */
  static List<Object> handingOn(PairModel model, Random random) {
    List<String> on = model.on();
    if (on.isEmpty()) {
      return any(model, random);
    }
    String pair = any(on, random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> List.of("Entrust", pair, any(PairModel.HOSTS, random));
      case 3, 4 -> List.of("TakeOver", pair);
      case 5 -> List.of("Decline", pair);
      case 6 -> List.of("Change", any(PairModel.HOSTS, random));
      default -> any(model, random);
    };
  }

  static List<Object> any(PairModel model, Random random) {
    String host = any(PairModel.HOSTS, random);
    String guest = any(PairModel.GUESTS, random);
    String pair = host + "-" + guest;
    String who = random.nextBoolean() ? host : guest;
    int day = 1 + random.nextInt(2);
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 ->
          model.isPlanned(pair) ? List.of("Record", pair) : planning(model, pair, day);
      case 4, 5 -> List.of("Record", pair);
      case 6, 7, 8 ->
          List.of("Offer", pair, who, new TreeSet<>(List.of(day, 1 + random.nextInt(2))));
      case 9, 10, 11 -> List.of("Accept", pair, who, day);
      case 12 -> List.of("Cancel", pair);
      case 13 -> List.of("Withdraw", who);
      case 14 -> List.of("Change", who);
      case 15, 16 -> List.of("Entrust", pair, any(PairModel.HOSTS, random));
      case 17, 18 -> List.of("TakeOver", pair);
      case 19 -> List.of("Decline", pair);
      case 20 -> List.of("Register", who);
      case 21 -> List.of("Confirm", who);
      default -> List.of("Erase", who);
    };
  }

  /** Runs propose, organisers look, and people do what changes that. */
  static List<Object> onAgreement(PairModel model, Random random) {
    String pair = any(PairModel.HOSTS, random) + "-" + any(PairModel.GUESTS, random);
    List<String> planned = model.planned();
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4, 5, 6 ->
          planned.isEmpty()
              ? proposing(model, pair, random)
              : List.of("Propose", planned.getFirst());
      case 7 -> List.of("Replace");
      case 8, 9 -> model.isProposed(pair) ? List.of("Agree") : List.of("Publish");
      case 10, 11, 12 -> List.of("Publish");
      default -> meanwhile(model, random);
    };
  }

  /** One run is at work at a time, so that no other meets it. */
  static List<Object> meanwhile(PairModel model, Random random) {
    String host = any(PairModel.HOSTS, random);
    String guest = any(PairModel.GUESTS, random);
    String pair = host + "-" + guest;
    String who = random.nextBoolean() ? host : guest;
    return switch (random.nextInt(14)) {
      case 0 -> List.of("CallOffProposal", pair);
      case 2 -> List.of("Cancel", pair);
      case 3 -> List.of("Withdraw", who);
      case 4, 5 -> List.of("Register", who);
      case 6, 7 -> List.of("Confirm", who);
      case 8 -> List.of("Erase", who);
      case 9, 10 -> List.of("Change", who);
      default -> List.of("Agree");
    };
  }

  /** A run decides once about each pair. */
  private static List<Object> proposing(PairModel model, String pair, Random random) {
    return model.isProposed(pair) ? List.of("Init") : planning(model, pair, 1 + random.nextInt(2));
  }

  /** Somebody who has gone is in no plan. */
  private static List<Object> planning(PairModel model, String pair, int day) {
    boolean bothThere =
        model.state().stream()
            .noneMatch(
                line ->
                    line.endsWith(" ABSENT [] handed 0") && pair.contains(line.substring(0, 2)));
    return bothThere ? List.of("Plan", pair, day) : List.of("Init");
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
