package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** People who register and confirm. */
final class Visitors {
  private static final int AT_ONCE = 2; // as many as there are cores to answer them

  private final Http http;
  private final Mailbox mailbox;
  private final String siteUrl;

  Visitors(Stack stack, Http http, Mailbox mailbox) {
    this.http = http;
    this.mailbox = mailbox;
    this.siteUrl = stack.siteUrl();
  }

  /** Somebody who got the link to their pages. */
  record Member(Sheet sheet, String link) {
    String id() {
      return link.substring(0, link.indexOf('.'));
    }

    String address() {
      return sheet.address();
    }

    String name() {
      return sheet.one("prenom") + " " + sheet.one("nom");
    }
  }

  Member register(Sheet sheet) {
    return register(sheet, sheet.address());
  }

  /**
   * @param address the one that is kept
   */
  Member register(Sheet sheet, String address) {
    assertEquals(303, http.postForm(sheet.path(), sheet.form()).status(), "registering");
    return withLink(sheet.with("courriel", address));
  }

  /** Registers and confirms. */
  Member join(Sheet sheet) {
    return confirm(register(sheet));
  }

  List<Member> joinAll(List<Sheet> sheets) {
    atOnce(AT_ONCE, sheets, sheet -> http.postForm(sheet.path(), sheet.form()))
        .forEach(reply -> assertEquals(303, reply.status(), "registering"));
    return atOnce(AT_ONCE, sheets.stream().map(this::withLink).toList(), this::confirm);
  }

  private Member confirm(Member member) {
    assertEquals(303, http.postForm("/confirmation/" + member.link(), "").status(), "confirming");
    return member;
  }

  private Member withLink(Sheet sheet) {
    String link = mailbox.await(sheet.address(), "confirmation").link(siteUrl, "confirmation");
    return new Member(sheet, link);
  }

  /** Does the same for each, so many at a time; the results are in the order of the list. */
  static <T, R> List<R> atOnce(int many, List<T> all, Function<T, R> act) {
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Callable<R>> calls =
          all.stream().map(each -> (Callable<R>) () -> act.apply(each)).toList();
      return threads.invokeAll(calls).stream().map(Visitors::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
