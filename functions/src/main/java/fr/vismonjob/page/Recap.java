package fr.vismonjob.page;

import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.Role;

/**
 * What somebody is about to send, so that they can read it over.
 *
 * @param form what was typed, as the application reads it
 * @param typed the same as it was typed, for the hidden fields of the page
 */
public record Recap(Role role, RegistrationAnswers form, Answers typed) {}
