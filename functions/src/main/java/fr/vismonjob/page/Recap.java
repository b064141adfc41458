package fr.vismonjob.page;

import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.Role;

/**
 * What somebody is about to send, to be read over.
 *
 * @param form what was typed, as it is understood
 * @param typed the same as it was typed, which the page carries along
 */
public record Recap(Role role, RegistrationAnswers form, Answers typed) {}
