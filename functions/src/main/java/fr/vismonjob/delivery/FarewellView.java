package fr.vismonjob.delivery;

/** For the last mail, to somebody whose data is gone. */
public record FarewellView(Frame frame) {}
