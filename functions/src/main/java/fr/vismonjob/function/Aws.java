package fr.vismonjob.function;

import fr.vismonjob.identity.Lazy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
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

  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final Optional<URI> standIn;
  // It is used again within a minute.
  private final Lazy<SecretsManagerClient> secrets = new Lazy<>(this::makeSecrets);

  /**
   * @param standIn what answers in place of AWS, if anything does
   */
  Aws(Region region, AwsCredentialsProvider credentials, Optional<URI> standIn) {
    this.region = region;
    this.credentials = credentials;
    this.standIn = standIn;
  }

  static Aws ofLambda(Map<String, String> environment) {
    return new Aws(
        Region.of(environment.getOrDefault("AWS_REGION", "")),
        DefaultCredentialsProvider.builder().build(),
        Optional.empty());
  }

  SecretsManagerClient secrets() {
    return secrets.get();
  }

  DynamoDbClient dynamoDb() {
    return of(DynamoDbClient.builder(), LONGEST).build();
  }

  S3Client s3() {
    return of(S3Client.builder(), LONGEST).forcePathStyle(standIn.isPresent()).build();
  }

  /**
   * The client never repeats a request by itself: after a time-out that would send a mail twice.
   */
  SesClient ses() {
    return of(SesClient.builder(), LONGEST_FOR_MAILS)
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private SecretsManagerClient makeSecrets() {
    return of(SecretsManagerClient.builder(), LONGEST).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B of(
      B builder, Duration longest) {
    standIn.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(longest).build());
  }
}
