package dev.tend.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * All of Tend on this machine. Parts start in the order in which they need each other, and stop in
 * the opposite one: intake, stream, mails, then what they stand on.
 */
final class Stack implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(400);

  private final Plan plan;
  private final Ports ports;
  private final InstantSource clock;
  private final Consumer<String> progress;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Map<Service, Child> services = new EnumMap<>(Service.class);
  private final List<Child> children = new ArrayList<>();
  private final Deque<Part> parts = new ArrayDeque<>();
  private Optional<Broker> broker = Optional.empty();
  private final Object stopping = new Object();
  private boolean closed;

  /** Something that was started. */
  private record Part(String name, AutoCloseable stop) {}

  /**
   * @param progress is told what is being done, in short sentences
   */
  Stack(Plan plan, InstantSource clock, Consumer<String> progress) {
    this.plan = plan;
    this.ports = new Ports(plan.portBase());
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Starts everything, and returns when all services are ready. What was started before a failure
   * stays, until {@link #close}.
   */
  RunningStack start() throws CannotStartException, InterruptedException {
    for (var service : Service.values()) {
      Child.requireJar(service.jar(plan.checkout()), service.title());
    }
    try {
      return start(plan.data());
    } catch (IOException failed) {
      throw plan.data().unusable(failed);
    }
  }

  private RunningStack start(DataFolder data)
      throws IOException, CannotStartException, InterruptedException {
    var leftovers = new Leftovers(data.folder("run"));
    for (var name : leftovers.end()) {
      progress.accept("Ended " + name + ", which an earlier run had left behind");
    }
    ports.requireFree(portsNeeded());
    var secrets = Secrets.of(data);
    var token = secrets.token(clock.instant());
    PrivateFiles.write(data.root().resolve("api-token"), token);

    progress.accept("Starting PostgreSQL, Kafka and the mail server …");
    DatabaseAddress database;
    if (plan.database().isPresent()) {
      database = plan.database().get();
    } else {
      int port = ports.of(Port.POSTGRESQL);
      database = started("PostgreSQL", Database.start(data, port, secrets, leftovers)).address();
    }
    var kafka = plan.broker().isPresent() ? plan.broker().get() : startBroker(data, leftovers);
    Broker.createTopics(kafka);
    started(
        "mail server",
        MailServer.start(
            ports.of(Port.SMTP), ports.of(Port.IMAP), new MailFolders(data.folder("mail"), clock)));

    progress.accept("Starting ingest-service, scoring-service and notify-service …");
    for (var service : Service.values()) {
      var child =
          child(service, data, environment(service, data, secrets, kafka, database), leftovers);
      services.put(service, child);
      children.add(child);
    }
    // stopped in the order of their declaration, so started in the opposite one
    for (var service : List.of(Service.values()).reversed()) {
      var child = service(service);
      child.start();
      started(service.title(), () -> child.stop(STOPPED_WITHIN));
    }
    for (var service : Service.values()) {
      awaitReady(service);
    }
    return new RunningStack(
        url(Service.INGEST),
        url(Service.SCORING),
        url(Service.NOTIFY),
        kafka,
        ports.of(Port.SMTP),
        ports.of(Port.IMAP),
        token,
        data.root());
  }

  private EnumSet<Port> portsNeeded() {
    var needed = EnumSet.allOf(Port.class);
    if (plan.broker().isPresent()) {
      needed.remove(Port.KAFKA);
    }
    if (plan.database().isPresent()) {
      needed.remove(Port.POSTGRESQL);
    }
    return needed;
  }

  private String startBroker(DataFolder data, Leftovers leftovers)
      throws IOException, CannotStartException, InterruptedException {
    var own = Broker.in(data, ports.of(Port.KAFKA), leftovers);
    broker = Optional.of(own);
    children.add(own.child());
    started("Kafka", () -> own.child().stop(STOPPED_WITHIN));
    own.start();
    return own.address();
  }

  private Child child(
      Service service, DataFolder data, Map<String, String> environment, Leftovers leftovers)
      throws IOException {
    return new Child(
        service.title(),
        List.of(
            Child.java(),
            "-Xmx384m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            service.jar(plan.checkout()).toString()),
        environment,
        data.log(service.title()),
        leftovers);
  }

  /** What a service needs to know; each service's README lists what else it could be told. */
  private Map<String, String> environment(
      Service service, DataFolder data, Secrets secrets, String kafka, DatabaseAddress database)
      throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("QUARKUS_HTTP_HOST", HOST);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.port())));
    environment.put("QUARKUS_OIDC_PUBLIC_KEY", secrets.publicKey());
    switch (service) {
      case INGEST -> {
        environment.put("TEND_INGEST_SPOOL", data.folder("ingest-spool").toString());
        environment.put("TEND_INGEST_MAIL_TRUSTED_SERVERS", "mx.firm.example");
        environment.put("TEND_INGEST_MAIL_REPLY_SECRET", secrets.replySecret());
        environment.put("TEND_INGEST_MAIL_INTAKE", MailServer.INTAKE);
        environment.put("TEND_INGEST_MAILBOXES_INTAKE_HOST", HOST);
        environment.put("TEND_INGEST_MAILBOXES_INTAKE_PORT", Integer.toString(ports.of(Port.IMAP)));
        environment.put("TEND_INGEST_MAILBOXES_INTAKE_TLS", "none");
        environment.put("TEND_INGEST_MAILBOXES_INTAKE_USER", MailServer.INTAKE);
        environment.put("TEND_INGEST_MAILBOXES_INTAKE_PASSWORD", MailServer.INTAKE);
      }
      case SCORING ->
          environment.put("TEND_SCORING_STATE_DIR", data.folder("scoring-state").toString());
      case NOTIFY -> {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("TEND_NOTIFY_SMTP_HOST", HOST);
        environment.put("TEND_NOTIFY_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        environment.put("TEND_NOTIFY_SMTP_TLS", "none");
        environment.put("TEND_NOTIFY_MAIL_FROM", "Tend <tend@firm.example>");
        environment.put("TEND_NOTIFY_REPLY_DOMAIN", MailServer.REPLY_DOMAIN);
        environment.put("TEND_NOTIFY_PUBLIC_URL", url(Service.NOTIFY).toString());
        environment.put("TEND_NOTIFY_LINK_SECRET", secrets.linkSecret());
        environment.put("TEND_NOTIFY_REPLY_SECRET", secrets.replySecret());
      }
    }
    environment.putAll(plan.environment());
    return environment;
  }

  private URI url(Service service) {
    return URI.create("http://localhost:" + ports.of(service.port()));
  }

  /** The process of a service. */
  Child service(Service service) {
    var child = services.get(service);
    if (child == null) {
      throw new IllegalStateException(service.title() + " was not started yet");
    }
    return child;
  }

  /** The stack's own broker; empty when it stands on another one. */
  Optional<Broker> broker() {
    return broker;
  }

  /** Returns when a service says that it is ready. */
  void awaitReady(Service service) throws CannotStartException, InterruptedException {
    var child = service(service);
    var ready = URI.create("http://" + HOST + ":" + ports.of(service.port()) + "/q/health/ready");
    for (long waited = 0; !answers(ready); waited += STEP.toMillis()) {
      if (child.awaitEnd(STEP)) {
        throw new CannotStartException(obituary(child));
      }
      if (waited > READY_WITHIN.toMillis()) {
        throw new CannotStartException(
            "%s did not become ready in %d s; see %s"
                .formatted(service.title(), READY_WITHIN.toSeconds(), child.log()));
      }
    }
  }

  private boolean answers(URI ready) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Completes when one of the children that run now has ended, with that child. */
  CompletableFuture<Child> firstEnd() {
    return CompletableFuture.anyOf(
            children.stream().map(Child::end).toArray(CompletableFuture<?>[]::new))
        .thenApply(Child.class::cast);
  }

  /** How a child came to its end, for the person who runs the stack. */
  static String obituary(Child child) {
    return "%s has ended with exit code %d. Its last words, from %s:%n%s"
        .formatted(
            child.name(),
            child.exitCode(),
            child.log(),
            String.join(System.lineSeparator(), child.lastLines(15)));
  }

  private <T extends AutoCloseable> T started(String name, T part) throws CannotStartException {
    synchronized (parts) {
      if (!closed) {
        parts.push(new Part(name, part));
        return part;
      }
    }
    stop(new Part(name, part));
    throw new CannotStartException("Stopped while it was starting");
  }

  /** Whether it was asked to stop. */
  boolean isClosed() {
    synchronized (parts) {
      return closed;
    }
  }

  /**
   * Stops everything that was started; a part that does not stop cleanly keeps none from it. Who
   * calls it while it stops waits until it has: the JVM must not end before its children.
   */
  @Override
  public void close() {
    synchronized (stopping) {
      List<Part> started;
      synchronized (parts) {
        closed = true;
        started = List.copyOf(parts);
        parts.clear();
      }
      started.forEach(this::stop);
    }
  }

  private void stop(Part part) {
    try {
      part.stop().close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      progress.accept(part.name() + " was not waited for");
    } catch (Exception failed) {
      progress.accept(part.name() + " did not stop cleanly: " + failed.getMessage());
    }
  }
}
