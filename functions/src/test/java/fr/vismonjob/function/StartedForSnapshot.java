package fr.vismonjob.function;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Starts the functions with a snapshot as Lambda does, in a JVM of its own, and prints what the
 * heap then holds: a line for each class with its number of objects.
 */
public final class StartedForSnapshot {
  private StartedForSnapshot() {}

  public static void main(String[] arguments) throws JMException {
    Object[] started = {new SiteFunction(), new PersonFunction(), new MailStreamFunction()};
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    System.out.println(histogram);
    System.out.println("started " + started.length);
  }
}
