package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

/**
 * An agent of yours that sends RBM (RCS Business Messaging), and the application that its messages
 * are sent with. An agent is immutable.
 *
 * <p><b>Beta:</b> Bandwidth can still change multi-channel messages, and this class with it.
 */
public final class RbmAgent {
  private final String id;
  private final String applicationId;

  private RbmAgent(String id, String applicationId) {
    this.id = id;
    this.applicationId = applicationId;
  }

  /**
   * Returns the agent with this ID and application.
   *
   * @param id the sender ID of the agent, for example {@code BandwidthRBM}
   * @param applicationId the ID of the application, in the Bandwidth Dashboard, that the agent
   *     belongs to
   * @return the agent
   * @throws IllegalArgumentException if one of the two is blank
   */
  public static RbmAgent of(String id, String applicationId) {
    if (requireNonNull(id, "id == null").isBlank()) {
      throw new IllegalArgumentException("id is blank");
    }
    if (requireNonNull(applicationId, "applicationId == null").isBlank()) {
      throw new IllegalArgumentException("applicationId is blank");
    }
    return new RbmAgent(id, applicationId);
  }

  String id() {
    return id;
  }

  String applicationId() {
    return applicationId;
  }

  /** Returns the agent with its ID. */
  @Override
  public String toString() {
    return "RbmAgent[id=" + id + ", applicationId=" + applicationId + "]";
  }
}
