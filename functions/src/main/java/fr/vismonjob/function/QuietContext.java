package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a function may ask of Lambda, where Lambda has not called it. */
class QuietContext implements Context {
  private final String request;
  private final int remainingMillis;
  private final List<String> log;

  /**
   * @param log takes what the function writes to its log
   */
  QuietContext(String request, int remainingMillis, List<String> log) {
    this.request = request;
    this.remainingMillis = remainingMillis;
    this.log = log;
  }

  @Override
  public String getAwsRequestId() {
    return request;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.add(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public String getLogGroupName() {
    return "";
  }

  @Override
  public String getLogStreamName() {
    return "";
  }

  @Override
  public String getFunctionName() {
    return "";
  }

  @Override
  public String getFunctionVersion() {
    return "";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "";
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("no function has a use for an identity");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("no function has a use for an application");
  }
}
