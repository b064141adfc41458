package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3RunFilesTest {
  private int status = 200;
  private String body = "";
  private HttpServer server;
  private S3RunFiles files;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    files =
        new S3RunFiles(
            S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_WEST_3)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .forcePathStyle(true)
                .overrideConfiguration(
                    config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build(),
            "bucket");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private void refuse(int with, String code) {
    status = with;
    body = "<Error><Code>" + code + "</Code></Error>";
  }

  @Test
  void a_file_that_is_there_is_found() {
    body = "<html>";
    assertEquals(Optional.of("<html>"), files.find("rapports/x/rapport.html"));
  }

  @ParameterizedTest
  @CsvSource({"404, NoSuchKey", "403, AccessDenied"})
  void a_missing_file_is_not_found_whether_or_not_the_role_may_list_the_bucket(
      int with, String code) {
    refuse(with, code);
    assertEquals(Optional.empty(), files.find("rapports/x/rapport.html"));
  }

  @ParameterizedTest
  @CsvSource({"404, NoSuchBucket", "500, InternalError"})
  void anything_else_that_goes_wrong_is_a_fault(int with, String code) {
    refuse(with, code);
    assertThrows(S3Exception.class, () -> files.find("rapports/x/rapport.html"));
  }
}
