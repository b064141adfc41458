package fr.vismonjob.delivery;

/** For mails about a coaching seat; {@code hours} in words, {@code meetingUrl} may be empty. */
public record SeatView(Frame frame, Links links, String hours, String meetingUrl) {}
