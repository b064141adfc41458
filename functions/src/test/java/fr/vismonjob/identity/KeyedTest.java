package fr.vismonjob.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class KeyedTest {
  private String linkKey = "the first key of links";
  private Instant now = Instant.parse("2026-11-10T06:00:00Z");
  private final Keyed keyed = new Keyed(() -> now, () -> "the key of ids", () -> linkKey);

  private String id() {
    return keyed.registrationId("the edition's", "ETUDIANT", "zoe@example.fr");
  }

  @Test
  void a_new_key_of_links_makes_every_link_void_and_changes_no_id() {
    String id = id();
    String addressId = keyed.addressId("zoe@example.fr");
    SecretLink link = SecretLink.of(id, 1, keyed);
    ReportLink report = ReportLink.of("2026/2026-11-10/x", LocalDate.parse("2026-11-24"), keyed);
    String keyId = keyed.linkKeyId();
    linkKey = "the second key of links";
    now = now.plusSeconds(60);
    assertEquals(id, id());
    assertEquals(addressId, keyed.addressId("zoe@example.fr"));
    assertFalse(link.is(SecretLink.of(id, 1, keyed)));
    assertFalse(report.opens(LocalDate.parse("2026-11-24"), keyed));
    assertNotEquals(keyId, keyed.linkKeyId());
    assertTrue(SecretLink.of(id, 1, keyed).is(SecretLink.of(id, 1, keyed)));
  }
}
