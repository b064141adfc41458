package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.Role;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.templates.html.page.JteaccessibilityGenerated;
import fr.vismonjob.templates.html.page.JteaddressforgottenGenerated;
import fr.vismonjob.templates.html.page.JtecancelpairGenerated;
import fr.vismonjob.templates.html.page.JtechangeaddressGenerated;
import fr.vismonjob.templates.html.page.JtecheckyourmailGenerated;
import fr.vismonjob.templates.html.page.JtecoachingGenerated;
import fr.vismonjob.templates.html.page.JteconfirmationGenerated;
import fr.vismonjob.templates.html.page.JteeraseGenerated;
import fr.vismonjob.templates.html.page.JteerasedGenerated;
import fr.vismonjob.templates.html.page.JteerrorGenerated;
import fr.vismonjob.templates.html.page.JtefeedbackGenerated;
import fr.vismonjob.templates.html.page.JtefeedbackdoneGenerated;
import fr.vismonjob.templates.html.page.JtehomeGenerated;
import fr.vismonjob.templates.html.page.JtelegalnoticeGenerated;
import fr.vismonjob.templates.html.page.JtelinkrenewedGenerated;
import fr.vismonjob.templates.html.page.JtemyregistrationGenerated;
import fr.vismonjob.templates.html.page.JtenexteditionGenerated;
import fr.vismonjob.templates.html.page.JtepairGenerated;
import fr.vismonjob.templates.html.page.JtepersonaldataGenerated;
import fr.vismonjob.templates.html.page.JterecapGenerated;
import fr.vismonjob.templates.html.page.JteregistrationclosedGenerated;
import fr.vismonjob.templates.html.page.JteregistrationformGenerated;
import fr.vismonjob.templates.html.page.JterelayGenerated;
import fr.vismonjob.templates.html.page.JterelayansweredGenerated;
import fr.vismonjob.templates.html.page.JterenewlinkGenerated;
import fr.vismonjob.templates.html.page.JtestatisticsGenerated;
import fr.vismonjob.templates.html.page.JtetakeaddressGenerated;
import fr.vismonjob.templates.html.page.JtewithdrawGenerated;
import fr.vismonjob.web.ErrorPage;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All pages as HTML. It calls the classes that are generated from the templates, so that the
 * compiler checks what they get, and no template engine has to start.
 */
public record Pages(Site site) {
  public String home(Home home) {
    return html((out, none) -> JtehomeGenerated.render(out, none, site, home));
  }

  /** The form for a first registration or a change, with what is wrong, if anything is. */
  public String registrationForm(RegistrationPage page) {
    return html((out, none) -> JteregistrationformGenerated.render(out, none, site, page));
  }

  /** The page on which people read their answers over before they send them. */
  public String recap(RegistrationAnswers answers, Answers typed) {
    return html((out, none) -> JterecapGenerated.render(out, none, site, answers, typed));
  }

  /** Shown instead of the form while registration is not open; says when it is. */
  public String registrationClosed(Role role, Home home) {
    return html((out, none) -> JteregistrationclosedGenerated.render(out, none, site, role, home));
  }

  /** Shown after registering, whether the address was known or not. */
  public String checkYourMail(Role role) {
    return html((out, none) -> JtecheckyourmailGenerated.render(out, none, site, role));
  }

  public String confirmation(MyRegistration page) {
    return html((out, none) -> JteconfirmationGenerated.render(out, none, site, page));
  }

  public String myRegistration(MyRegistration page) {
    return html((out, none) -> JtemyregistrationGenerated.render(out, none, site, page));
  }

  /** Asks before a registration is withdrawn. */
  public String withdraw(SecretLink link, Registration registration, List<String> calledOff) {
    return html(
        (out, none) -> JtewithdrawGenerated.render(out, none, site, link, registration, calledOff));
  }

  /** Asks before a person's data is erased. */
  public String erase(SecretLink link, Registration registration, List<String> calledOff) {
    return html(
        (out, none) -> JteeraseGenerated.render(out, none, site, link, registration, calledOff));
  }

  /** Asks before a person's link is replaced. */
  public String renewLink(SecretLink link, Registration registration) {
    return html((out, none) -> JterenewlinkGenerated.render(out, none, site, link, registration));
  }

  /** The form to ask for another address. */
  public String changeAddress(SecretLink link, Registration registration, Answers answers) {
    return html(
        (out, none) ->
            JtechangeaddressGenerated.render(out, none, site, link, registration, answers));
  }

  /**
   * Shown to whoever reads mails at a new address; tells nothing of the registration.
   *
   * @param taken whether the address is the registration's already
   */
  public String takeAddress(SecretLink link, String address, boolean taken, Message message) {
    return html(
        (out, none) ->
            JtetakeaddressGenerated.render(out, none, site, link, address, taken, message));
  }

  /** Asks a colleague to host in an ambassador's place. */
  public String relay(RelayPage page) {
    return html((out, none) -> JterelayGenerated.render(out, none, site, page));
  }

  /**
   * Shown after a colleague has answered.
   *
   * @param taken whether the colleague hosts
   */
  public String relayAnswered(boolean taken) {
    return html((out, none) -> JterelayansweredGenerated.render(out, none, site, taken));
  }

  /** Shown after a person's link was replaced. */
  public String linkRenewed() {
    return html((out, none) -> JtelinkrenewedGenerated.render(out, none, site));
  }

  /** Lets somebody who wanted to be told of the next edition have the address forgotten. */
  public String nextEdition(Subscription wish, Message message) {
    return html((out, none) -> JtenexteditionGenerated.render(out, none, site, wish, message));
  }

  /** Shown after that. */
  public String addressForgotten() {
    return html((out, none) -> JteaddressforgottenGenerated.render(out, none, site));
  }

  /** Shown after an erasure. */
  public String erased() {
    return html((out, none) -> JteerasedGenerated.render(out, none, site));
  }

  public String coaching(CoachingPage page) {
    return html((out, none) -> JtecoachingGenerated.render(out, none, site, page));
  }

  public String pair(PairPage page) {
    return html((out, none) -> JtepairGenerated.render(out, none, site, page));
  }

  /** Asks before a pair is cancelled. */
  public String cancelPair(SecretLink link, Registration registration, PairPage.Partner partner) {
    return html(
        (out, none) -> JtecancelpairGenerated.render(out, none, site, link, registration, partner));
  }

  public String feedback(FeedbackForm form) {
    return html((out, none) -> JtefeedbackGenerated.render(out, none, site, form));
  }

  /**
   * Shown after feedback.
   *
   * @param certificate the link of the person's certificate, if there is one
   */
  public String feedbackDone(SecretLink link, Role role, Optional<SecretLink> certificate) {
    return html(
        (out, none) ->
            JtefeedbackdoneGenerated.render(
                out, none, site, link, role == Role.AMBASSADEUR, certificate));
  }

  public String accessibility(Publisher publisher) {
    return html((out, none) -> JteaccessibilityGenerated.render(out, none, site, publisher));
  }

  /** Explains which data is kept, and for how long. */
  public String personalData(Edition edition, Publisher publisher) {
    return html(
        (out, none) -> JtepersonaldataGenerated.render(out, none, site, publisher, edition));
  }

  /** All editions in numbers. */
  public String statistics(Statistics statistics) {
    return html((out, none) -> JtestatisticsGenerated.render(out, none, site, statistics));
  }

  public String legalNotice(Publisher publisher) {
    return html((out, none) -> JtelegalnoticeGenerated.render(out, none, site, publisher));
  }

  public String error(ErrorPage page) {
    return html((out, none) -> JteerrorGenerated.render(out, none, site, page));
  }

  /** A template with its model; templates need no interceptor. */
  private interface Template {
    void render(HtmlTemplateOutput out, @Nullable HtmlInterceptor none);
  }

  private static String html(Template template) {
    StringOutput page = new StringOutput();
    template.render(new OwaspHtmlTemplateOutput(page), null);
    return page.toString();
  }
}
