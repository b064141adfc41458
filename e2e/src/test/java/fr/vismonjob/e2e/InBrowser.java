package fr.vismonjob.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests in a browser on the site, one browser for all of a class. */
abstract class InBrowser {
  static final String SITE = World.STACK.siteUrl();
  static Browser browser;

  @BeforeAll
  static void opens() {
    browser = Browser.open();
  }

  @AfterAll
  static void closes() {
    browser.close();
  }
}
