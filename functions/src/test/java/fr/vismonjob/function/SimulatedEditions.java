package fr.vismonjob.function;

import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Plays scripts one after the other, each with empty tables and a mail service of its own. */
final class SimulatedEditions {
  private final LocalTables tables;
  private final SortedSet<String> done = new TreeSet<>();
  private int mailed;

  SimulatedEditions(LocalTables tables) {
    this.tables = tables;
  }

  /** What went wrong, if anything did. */
  Optional<AssertionError> fault(List<String> script) {
    tables.empty();
    SesServer ses = new SesServer();
    ses.start();
    Simulation simulation = new Simulation(tables, ses);
    try {
      simulation.play(script);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(e);
    } finally {
      ses.stop();
      mailed = ses.accepted().size();
      done.addAll(simulation.done());
    }
  }

  /** How many mails left in the last one. */
  int mailed() {
    return mailed;
  }

  /** What people have done on the site in all of them. */
  SortedSet<String> done() {
    return done;
  }

  /** A part of the script at which the same goes wrong. */
  List<String> shrunk(List<String> script, AssertionError fault) {
    return SimulationScript.shrunk(
        script, part -> fault(part).filter(other -> kind(other).equals(kind(fault))).isPresent());
  }

  /** What a fault says, but for the line and for who it is. */
  private static String kind(AssertionError fault) {
    return String.valueOf(fault.getMessage())
        .replaceFirst("^[^»]*» *: *", "")
        .replaceFirst("(?s)^(\\S+: \\D{8}).*", "$1");
  }
}
