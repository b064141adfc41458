package fr.vismonjob.function;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Makes the clients of AWS's services, which differ in the service alone. */
record Aws(Region region, AwsCredentialsProvider credentials, Http http) {
  /** How a client reaches its service. */
  interface Http {
    SdkHttpClient waitingFor(Duration answer);
  }

  private static final Duration LONGEST = Duration.ofSeconds(30);

  static Aws ofLambda(Map<String, String> environment) {
    return new Aws(
        Region.of(environment.getOrDefault("AWS_REGION", "")),
        DefaultCredentialsProvider.builder().build(),
        answer -> UrlConnectionHttpClient.builder().socketTimeout(answer).build());
  }

  DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http.waitingFor(LONGEST))
        .build();
  }

  S3Client s3() {
    return S3Client.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http.waitingFor(LONGEST))
        .build();
  }

  SecretsManagerClient secrets() {
    return SecretsManagerClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http.waitingFor(LONGEST))
        .build();
  }

  SsmClient ssm() {
    return SsmClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http.waitingFor(LONGEST))
        .build();
  }

  /**
   * The client never repeats a request by itself: after a time-out that would send a mail twice.
   */
  SesClient ses() {
    return SesClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http.waitingFor(Duration.ofSeconds(10)))
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
