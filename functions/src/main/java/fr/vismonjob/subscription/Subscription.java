package fr.vismonjob.subscription;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.identity.SecretLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody's wish to be told once of the next edition.
 *
 * @param id random, so that a mail which names it tells nothing once it is forgotten
 * @param secret what its link needs beside the id
 * @param addressKey key of the item that leads from the address here; it stands in the row, so that
 *     whoever comes by the id needs no key to find it
 * @param edition the edition in which it was said, or the one that the person was told of
 * @param day that edition's day
 * @param toldOf the edition that the person was told of; empty until then
 * @param expires from when on it counts no more
 */
public record Subscription(
    String id,
    String secret,
    String address,
    String addressKey,
    Instant consentedAt,
    String edition,
    LocalDate day,
    Optional<String> toldOf,
    Instant expires) {
  /** The box in the forms. */
  public static final Field<Kind.Box> WISH =
      Field.of("prevenir", new Kind.Box(), "Prévenez-moi de la prochaine édition")
          .help(
              "Nous gardons alors votre adresse mail, sans votre nom, deux ans au plus. Elle sert"
                  + " à un seul mail, qui permet aussi de l’effacer.");

  /** Whether the person is still to be told of this edition, which is a later one. */
  public boolean awaits(Edition next) {
    return toldOf.isEmpty() && !next.id().equals(edition) && next.day().isAfter(day);
  }

  /** Whether registering in that edition is what the person wanted to be told of. */
  boolean isFulfilledBy(String registeredIn) {
    return toldOf.isPresent() || !edition.equals(registeredIn);
  }

  /** Whether the person is still to be told of an edition. */
  boolean waits(Instant now) {
    return toldOf.isEmpty() && !isOver(now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }

  /** What follows {@code /prochaine/}. */
  public SecretLink link() {
    return new SecretLink(id, secret);
  }

  /** As it is once the person is told: nothing more is to come, so it ends with that edition. */
  Subscription told(Edition next) {
    Instant end = FrenchDates.morningOf(next.day().plusDays(1));
    return new Subscription(
        id,
        secret,
        address,
        addressKey,
        consentedAt,
        next.id(),
        next.day(),
        Optional.of(next.id()),
        end.isBefore(expires) ? end : expires);
  }

  Subscription movedTo(String otherAddress, String otherKey) {
    return new Subscription(
        id, secret, otherAddress, otherKey, consentedAt, edition, day, toldOf, expires);
  }

  /** The same wish said again. */
  Subscription again(Subscription later) {
    boolean thisIsLater = day.isAfter(later.day());
    return new Subscription(
        id,
        secret,
        address,
        addressKey,
        later.consentedAt(),
        thisIsLater ? edition : later.edition(),
        thisIsLater ? day : later.day(),
        Optional.empty(),
        later.expires());
  }
}
