/**
 * LocalStack starts DynamoDB Local with a Java agent that it would download; this one does nothing
 * in its place.
 */
public final class NoAgent {
  private NoAgent() {}

  public static void premain(String arguments) {}
}
