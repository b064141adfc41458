package fr.vismonjob.matching;

import java.util.Arrays;

/** Which student has which seat. The seats of a cell have consecutive numbers. */
final class Seating {

  /** Instead of the seat of a student who waits. */
  static final int NO_SEAT = -1;

  /** Instead of the student on a seat that is free. */
  static final int NOBODY = -1;

  private final int[] firstSeat; // by cell; one entry more than there are cells
  private final int[] cellOf; // by seat
  private final int[] sitter; // by seat
  private final int[] seatOf; // by student
  private final byte[] score; // by student, of the arc that led to the seat

  /** Everybody waits. */
  Seating(Network network) {
    int cells = network.cells();
    firstSeat = new int[cells + 1];
    for (int cell = 0; cell < cells; cell++) {
      firstSeat[cell + 1] = firstSeat[cell] + network.seats()[cell];
    }
    cellOf = new int[firstSeat[cells]];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(cellOf, firstSeat[cell], firstSeat[cell + 1], cell);
    }
    sitter = new int[cellOf.length];
    seatOf = new int[network.students()];
    score = new byte[seatOf.length];
    Arrays.fill(sitter, NOBODY);
    Arrays.fill(seatOf, NO_SEAT);
  }

  int seats() {
    return sitter.length;
  }

  int students() {
    return seatOf.length;
  }

  /** The first seat of a cell; the seats end where those of the next cell begin. */
  int firstSeat(int cell) {
    return firstSeat[cell];
  }

  /** The cell that a seat is in. */
  int cell(int seat) {
    return cellOf[seat];
  }

  /** The student on a seat. */
  int sitter(int seat) {
    return sitter[seat];
  }

  boolean isFree(int seat) {
    return sitter[seat] == NOBODY;
  }

  /** A student's seat. */
  int seatOf(int student) {
    return seatOf[student];
  }

  boolean waits(int student) {
    return seatOf[student] == NO_SEAT;
  }

  /** The cell in which a student sits, who does not wait. */
  int cellOf(int student) {
    return cellOf[seatOf[student]];
  }

  /** The score of a student's seat for the student. */
  byte score(int student) {
    return score[student];
  }

  /** Gives a free seat to a student who waits. */
  void take(int seat, int student, byte seatScore) {
    sitter[seat] = student;
    seatOf[student] = seat;
    score[student] = seatScore;
  }

  /** Makes a student wait, and the seat free. */
  void leave(int student) {
    sitter[seatOf[student]] = NOBODY;
    seatOf[student] = NO_SEAT;
  }
}
