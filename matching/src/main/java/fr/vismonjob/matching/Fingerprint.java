package fr.vismonjob.matching;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two runs had the same input, whatever the order of its lists. */
public final class Fingerprint {

  private static final Comparator<Student> BY_STUDENT =
      (one, other) -> one.id().compareTo(other.id());
  private static final Comparator<Ambassador> BY_AMBASSADOR =
      (one, other) -> one.id().compareTo(other.id());
  private static final Comparator<PairIds> BY_IDS =
      Comparator.comparing(PairIds::student).thenComparing(PairIds::ambassador);

  private Fingerprint() {}

  /** SHA-256 over a canonical form of the instance, in lower-case hexadecimal. */
  public static String sha256(Instance instance) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(
              new java.io.BufferedOutputStream(
                  new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
        write(instance, out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(Instance instance, DataOutputStream out) throws IOException {
    out.writeLong(instance.eventDay().toEpochDay());
    out.writeLong(instance.seed());
    out.writeInt(instance.students().size());
    for (Student student : sorted(instance.students(), BY_STUDENT)) {
      out.writeUTF(student.id());
      writeAll(student.jobs(), out);
      out.writeBoolean(student.anyJob());
      out.writeDouble(student.lat());
      out.writeDouble(student.lon());
      out.writeDouble(student.radiusKm());
      writeAll(student.administrations(), out);
      writeDates(student.dates(), out);
    }
    out.writeInt(instance.ambassadors().size());
    for (Ambassador host : sorted(instance.ambassadors(), BY_AMBASSADOR)) {
      out.writeUTF(host.id());
      out.writeUTF(host.job());
      out.writeDouble(host.lat());
      out.writeDouble(host.lon());
      out.writeUTF(host.administration());
      writeDates(host.dates(), out);
      out.writeInt(host.capacity());
    }
    for (List<PairIds> pairs : List.of(instance.frozen(), instance.blocked())) {
      out.writeInt(pairs.size());
      for (PairIds pair : sorted(pairs, BY_IDS)) {
        out.writeUTF(pair.student());
        out.writeUTF(pair.ambassador());
      }
    }
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(order);
    return sorted;
  }

  private static void writeAll(List<String> values, DataOutputStream out) throws IOException {
    out.writeInt(values.size());
    for (String value : values) {
      out.writeUTF(value);
    }
  }

  private static void writeDates(List<LocalDate> dates, DataOutputStream out) throws IOException {
    out.writeInt(dates.size());
    for (LocalDate date : dates) {
      out.writeUTF(date.toString());
    }
  }
}
