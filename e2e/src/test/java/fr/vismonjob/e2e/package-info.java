/**
 * Tests of the deployed stack, which know its addresses, fields, mails and tables, and none of its
 * code.
 */
@NullMarked
package fr.vismonjob.e2e;

import org.jspecify.annotations.NullMarked;
