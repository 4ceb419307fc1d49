package example;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A schema of its own on the server that {@code SPRING_DATASOURCE_URL} names, otherwise a server
 * that this process starts.
 */
final class Database implements AutoCloseable {
  private final String given = System.getenv("SPRING_DATASOURCE_URL");
  private final String schema = "many_machines_" + System.currentTimeMillis();
  private final boolean isDurable;
  private final Path directory;
  private final String url;
  private EmbeddedPostgres postgres;

  /** A database that is not durable responds before its data is on the disk. */
  Database(boolean isDurable) throws IOException, SQLException {
    this.isDurable = isDurable;
    if (given == null) {
      directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres");
      postgres = start(0);
      url = postgres.getJdbcUrl("postgres", "postgres");
    } else {
      directory = null;
      execute("create schema " + schema);
      url = given + (given.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }
  }

  String url() {
    return url;
  }

  boolean isOurs() {
    return given == null;
  }

  void stop() throws IOException {
    postgres.close();
  }

  void restart() throws IOException {
    postgres = start(postgres.getPort());
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", isDurable ? "on" : "off")
        .start();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(given);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    if (given == null) {
      postgres.close();
    } else {
      execute("drop schema " + schema + " cascade");
    }
  }
}
