/**
 * Mails that many people get on a day: reminders, requests for feedback, and news for people
 * without a partner.
 */
@NullMarked
package fr.vismonjob.campaign;

import org.jspecify.annotations.NullMarked;
