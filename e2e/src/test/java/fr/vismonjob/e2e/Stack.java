package fr.vismonjob.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The deployed stack, as {@code make up} wrote it down. */
final class Stack {
  private static final Stack CURRENT = read();

  private final Map<String, Object> outputs;

  private Stack(Map<String, Object> outputs) {
    this.outputs = outputs;
  }

  static Stack current() {
    return CURRENT;
  }

  private static Stack read() {
    Path file = Path.of(System.getProperty("vismonjob.stack", "../.local/stack.json"));
    try {
      return new Stack(Json.object(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("No stack is up (make up): " + file, e);
    }
  }

  /** Without a final slash. */
  String siteUrl() {
    return output("SiteUrl");
  }

  URI endpoint() {
    return URI.create(output("Endpoint"));
  }

  String region() {
    return output("Region");
  }

  /** A client of the stack's AWS. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  String output(String name) {
    Object value = outputs.get(name);
    if (value == null) {
      throw new IllegalStateException("The stack has no output " + name);
    }
    return value.toString();
  }
}
