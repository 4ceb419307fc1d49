package io.github.bandwidthmessaging.benchmarks.run;

/** A program that sends one message. */
public final class FirstMessage {
  private FirstMessage() {}

  /** Takes the contender and the server's URL. */
  public static void main(String[] args) throws Exception {
    if (Operations.contender(args[0]).sending(args[1]).call() == null) {
      throw new IllegalStateException("No receipt");
    }
    System.out.println("sent");
    System.exit(0);
  }
}
