package fr.vismonjob.workflow;

import java.io.Serial;

/** The input of a workflow is wrong. The message says why, in French for the operator. */
public final class WrongInput extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public WrongInput(String message) {
    super(message);
  }
}
