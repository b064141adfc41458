package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Regions;
import fr.vismonjob.matching.Verifier;
import java.nio.file.Path;
import java.util.List;

/**
 * Matches the pool in a folder region by region, two at a time as two machines would, checks the
 * whole, and prints what it took.
 */
public final class RegionsMain {

  private RegionsMain() {}

  /** Takes the folder. */
  public static void main(String[] arguments) throws RefusedException {
    Instance instance = PeerMain.read(Path.of(arguments[0]));
    long start = System.nanoTime();
    List<Instance> regions = Regions.of(instance);
    long split = System.nanoTime();
    List<Matching> matchings = regions.parallelStream().map(Matcher::match).toList();
    long matched = System.nanoTime();
    Matching joined = Regions.joined(instance, matchings);
    System.out.printf(
        "%d regions, of %s students and more; split in %.1f s, matched in %.1f s; %s; violations:"
            + " %s%n",
        regions.size(),
        regions.stream().limit(8).map(region -> region.students().size()).toList(),
        (split - start) / 1e9,
        (matched - split) / 1e9,
        joined.figures(),
        Verifier.violations(instance, joined));
  }
}
