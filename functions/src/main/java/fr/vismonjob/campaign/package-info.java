/**
 * Mails that go to many on a day: reminders, requests for feedback, nudges, and news to those
 * without a partner.
 */
@NullMarked
package fr.vismonjob.campaign;

import org.jspecify.annotations.NullMarked;
