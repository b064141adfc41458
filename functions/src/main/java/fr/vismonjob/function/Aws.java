package fr.vismonjob.function;

import fr.vismonjob.identity.Lazy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Makes the clients of AWS's services. */
final class Aws {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_FOR_MAILS = Duration.ofSeconds(10);

  /** Three attempts end before a web function's time is over, which can then use the last value. */
  private static final Duration LONGEST_FOR_SECRETS = Duration.ofSeconds(4);

  private final String region;
  private final Optional<String> suffix;
  private final AwsCredentialsProvider credentials;
  private final Optional<URI> standIn;
  // It is used again within a minute.
  private final Lazy<SecretsManagerClient> secrets = new Lazy<>(this::makeSecrets);

  private Aws(
      String region,
      Optional<String> suffix,
      AwsCredentialsProvider credentials,
      Optional<URI> standIn) {
    this.region = region;
    this.suffix = suffix;
    this.credentials = credentials;
    this.standIn = standIn;
  }

  static Aws ofLambda(Map<String, String> environment) {
    // With that variable something else answers in place of AWS; the SDK reads it.
    boolean elsewhere = environment.containsKey("AWS_ENDPOINT_URL");
    return new Aws(
        environment.getOrDefault("AWS_REGION", ""),
        Optional.ofNullable(environment.get("URL_SUFFIX")).filter(_ -> !elsewhere),
        // Lambda has them in variables or, with a snapshot, at an address on the same machine.
        // The SDK's own chain would look in six more places.
        AwsCredentialsProviderChain.of(
            EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create()),
        Optional.empty());
  }

  /**
   * @param standIn what answers in place of AWS, for credentials as well
   */
  static Aws rehearsed(URI standIn) {
    return new Aws(
        "eu-west-3",
        Optional.empty(),
        AwsCredentialsProviderChain.of(ContainerCredentialsProvider.create()),
        Optional.of(standIn));
  }

  /**
   * Where AWS answers for a service, if AWS does. With an address the SDK need not work it out, by
   * classes that no rehearsal has loaded.
   *
   * @param service the beginning of the address
   */
  Optional<URI> address(String service) {
    return suffix.map(end -> URI.create("https://" + service + "." + region + "." + end));
  }

  SecretsManagerClient secrets() {
    return secrets.get();
  }

  DynamoDbClient dynamoDb() {
    return of(DynamoDbClient.builder(), address("dynamodb"), LONGEST).build();
  }

  /** The SDK makes the address here, because it begins with the bucket's name. */
  S3Client s3() {
    return of(S3Client.builder(), Optional.empty(), LONGEST)
        .forcePathStyle(standIn.isPresent())
        .build();
  }

  /**
   * The client never repeats a request by itself: after a time-out that would send a mail twice.
   */
  SesClient ses() {
    return of(SesClient.builder(), address("email"), LONGEST_FOR_MAILS)
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private SecretsManagerClient makeSecrets() {
    return of(SecretsManagerClient.builder(), address("secretsmanager"), LONGEST_FOR_SECRETS)
        .build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B of(
      B builder, Optional<URI> address, Duration longest) {
    standIn.or(() -> address).ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(longest).build());
  }
}
