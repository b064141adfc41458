package fr.vismonjob.delivery;

/**
 * For the last mail, to somebody whose data is gone.
 *
 * @param calendar whether it takes something out of the reader's calendar
 */
public record FarewellView(Frame frame, boolean calendar) {}
