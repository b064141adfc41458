package fr.vismonjob.workflow;

import java.io.Serial;

/**
 * What a workflow was started with cannot be used; the message, in French, tells the operator why.
 */
public final class WrongInput extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public WrongInput(String message) {
    super(message);
  }
}
