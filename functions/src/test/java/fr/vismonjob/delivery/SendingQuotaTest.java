package fr.vismonjob.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;

final class SendingQuotaTest {
  private static SendingQuota of(double perSecond, double perDay, double sent) {
    return of(perSecond, perDay, sent, 80);
  }

  private static SendingQuota of(double perSecond, double perDay, double sent, int percent) {
    return SendingQuota.of(
        GetSendQuotaResponse.builder()
            .maxSendRate(perSecond)
            .max24HourSend(perDay)
            .sentLast24Hours(sent)
            .build(),
        percent);
  }

  @ParameterizedTest
  @CsvSource({"14, 11", "50, 40", "2, 1", "1, 1", "0.5, 1"})
  void four_fifths_of_the_rate_are_the_workflows_and_at_least_one_mail_a_second(
      double allowed, int ours) {
    assertEquals(ours, of(allowed, 50_000, 0).perSecond());
  }

  @ParameterizedTest
  @CsvSource({"50000, 0, 40000", "50000, 39999, 1", "50000, 45000, 0", "200, 12, 148", "0, 0, 0"})
  void four_fifths_of_what_24_hours_allow_are_the_workflows_less_all_that_was_sent(
      double allowed, double sent, long ours) {
    assertEquals(ours, of(14, allowed, sent).left());
  }

  @ParameterizedTest
  @CsvSource({"0, 5000, 1", "4999, 1, 1", "5000, 0, 1", "40000, 0, 1"})
  void a_trial_environment_stops_once_the_account_has_used_its_small_share(
      double sent, long left, int perSecond) {
    assertEquals(new SendingQuota(perSecond, left), of(14, 50_000, sent, 10));
  }

  @Test
  void an_account_without_a_limit_by_24_hours_has_none_here() {
    assertEquals(Long.MAX_VALUE, of(14, -1, 1_000_000).left());
  }

  @Test
  void only_what_24_hours_allow_is_a_limit() {
    assertTrue(of(14, 50_000, 0).isLimited());
    assertFalse(of(14, -1, 0).isLimited());
    assertFalse(SendingQuota.fixed(14).isLimited());
    assertEquals(14, SendingQuota.fixed(14).perSecond());
  }
}
