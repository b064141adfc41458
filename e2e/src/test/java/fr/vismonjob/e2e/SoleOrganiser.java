package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.TABLES;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who is the edition's only organiser for a while; those before are put back. */
final class SoleOrganiser implements AutoCloseable {
  private final List<AttributeValue> before =
      EDITION.row().list("organisateurs").stream().map(AttributeValue::fromS).toList();

  SoleOrganiser(String address) {
    set(List.of(AttributeValue.fromS(address)));
  }

  private static void set(List<AttributeValue> all) {
    TABLES.set(
        "EditionsTable", "edition", EDITION.key(), "organisateurs", AttributeValue.fromL(all));
  }

  @Override
  public void close() {
    set(before);
  }
}
