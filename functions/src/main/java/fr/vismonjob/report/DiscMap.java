package fr.vismonjob.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Places the discs of a map: each as near to its département as it can be without touching another
 * disc or number. Overseas départements are in rows below the map.
 */
final class DiscMap {
  private static final double LARGEST = 24;
  private static final double SMALLEST = 4;

  /** The share of the map that all discs together may cover, so that there is room to move. */
  private static final double COVERED = 0.2;

  private static final double GAP = 1;
  private static final int ROUNDS = 3000;

  private static final int OVERSEAS_LEFT = 40;
  private static final int OVERSEAS_STEP = 60;
  private static final int OVERSEAS_IN_A_ROW = 10;
  private static final int OVERSEAS_TOP = 620;
  private static final int OVERSEAS_ROW = 70;

  private static final Set<String> AROUND_PARIS = Set.of("75", "92", "93", "94");

  /** The enlargement with the words below it, where no disc of the map may be. */
  private static final int INSET_LEFT = Chart.Map.INSET_X - 4;

  private static final int INSET_BOTTOM = Chart.Map.INSET_Y + Chart.Map.INSET_SIZE + 20;

  /** A département with its number. */
  record Spot(String name, String code, long count) {}

  private DiscMap() {}

  static Chart.Map of(String title, List<Spot> spots) {
    List<Spot> shown = spots.stream().filter(spot -> spot.count() > 0).toList();
    double scale = scale(shown);
    List<Chart.Disc> around = new ArrayList<>();
    List<Chart.Disc> mainland = new ArrayList<>();
    List<Chart.Disc> overseas = new ArrayList<>();
    for (Spot spot : shown) {
      double radius = Math.max(SMALLEST, scale * Math.sqrt((double) spot.count()));
      Departements.find(spot.code())
          .ifPresentOrElse(
              outline -> {
                boolean enlarged = AROUND_PARIS.contains(spot.code());
                (enlarged ? around : mainland)
                    .add(
                        new Chart.Disc(
                            enlarged ? enlargedX(outline.x()) : outline.x(),
                            enlarged ? enlargedY(outline.y()) : outline.y(),
                            radius,
                            spot.count(),
                            spot.name(),
                            ""));
              },
              () -> overseas.add(below(overseas.size(), radius, spot)));
    }
    List<Chart.Disc> all = new ArrayList<>(apart(mainland, DiscMap::onTheMap));
    all.addAll(apart(around, DiscMap::inTheInset));
    all.addAll(overseas);
    int rows = Math.max(1, Math.ceilDiv(overseas.size(), OVERSEAS_IN_A_ROW));
    return new Chart.Map(title, all, OVERSEAS_TOP + 42 + (rows - 1) * OVERSEAS_ROW);
  }

  /** The radius for a count of one; areas follow counts. */
  private static double scale(List<Spot> spots) {
    double most = spots.stream().mapToLong(Spot::count).max().orElse(1);
    double sum = spots.stream().mapToLong(Spot::count).sum();
    double room = COVERED * Departements.WIDTH * Departements.HEIGHT / (Math.PI * Math.max(1, sum));
    return Math.min(LARGEST / Math.sqrt(most), Math.sqrt(room));
  }

  private static double enlargedX(double x) {
    return Chart.Map.INSET_X
        + (x - Chart.Map.SHOWN_X) * Chart.Map.INSET_SIZE / Chart.Map.SHOWN_SIZE;
  }

  private static double enlargedY(double y) {
    return Chart.Map.INSET_Y
        + (y - Chart.Map.SHOWN_Y) * Chart.Map.INSET_SIZE / Chart.Map.SHOWN_SIZE;
  }

  private static Chart.Disc below(int place, double radius, Spot spot) {
    int row = place / OVERSEAS_IN_A_ROW;
    int column = place % OVERSEAS_IN_A_ROW;
    return new Chart.Disc(
        OVERSEAS_LEFT + OVERSEAS_STEP * column,
        OVERSEAS_TOP + OVERSEAS_ROW * row,
        radius,
        spot.count(),
        spot.name(),
        spot.code());
  }

  /** Pushes discs that touch apart, a little at a time, until none does. */
  private static List<Chart.Disc> apart(
      List<Chart.Disc> discs, UnaryOperator<Chart.Disc> withinBounds) {
    List<Chart.Disc> placed = new ArrayList<>(discs);
    placed.replaceAll(withinBounds);
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (int i = 0; i < placed.size(); i++) {
        for (int j = i + 1; j < placed.size(); j++) {
          moved |= push(placed, i, j);
        }
      }
      placed.replaceAll(withinBounds);
    }
    return placed;
  }

  private static boolean push(List<Chart.Disc> placed, int i, int j) {
    Chart.Disc one = placed.get(i);
    Chart.Disc other = placed.get(j);
    double x = other.x() - one.x();
    double y = other.y() - one.y();
    double distance = Math.hypot(x, y);
    double missing = one.reach() + other.reach() + GAP - distance;
    if (missing <= 0) {
      return false;
    }
    // Two at the same place part sideways. A little more than is missing, so that it comes to rest.
    double stepX = (distance == 0 ? 1 : x / distance) * (missing / 2 + 0.05);
    double stepY = (distance == 0 ? 0 : y / distance) * (missing / 2 + 0.05);
    placed.set(i, one.at(one.x() - stepX, one.y() - stepY));
    placed.set(j, other.at(other.x() + stepX, other.y() + stepY));
    return true;
  }

  private static Chart.Disc onTheMap(Chart.Disc disc) {
    double reach = disc.reach();
    double x = Math.clamp(disc.x(), reach, Departements.WIDTH - reach);
    double y = Math.clamp(disc.y(), reach, Departements.HEIGHT - reach);
    double intoX = x + reach - INSET_LEFT;
    double intoY = INSET_BOTTOM + reach - y;
    if (intoX <= 0 || intoY <= 0) {
      return disc.at(x, y);
    }
    return intoX < intoY ? disc.at(x - intoX, y) : disc.at(x, y + intoY);
  }

  private static Chart.Disc inTheInset(Chart.Disc disc) {
    double reach = disc.reach();
    return disc.at(
        Math.clamp(
            disc.x(), Chart.Map.INSET_X + reach, Chart.Map.INSET_X + Chart.Map.INSET_SIZE - reach),
        Math.clamp(
            disc.y(), Chart.Map.INSET_Y + reach, Chart.Map.INSET_Y + Chart.Map.INSET_SIZE - reach));
  }
}
