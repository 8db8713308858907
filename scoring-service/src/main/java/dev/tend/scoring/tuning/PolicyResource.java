package dev.tend.scoring.tuning;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Problem;
import dev.tend.events.RefusedException;
import dev.tend.scoring.policy.Fault;
import dev.tend.scoring.policy.Policies;
import dev.tend.scoring.policy.PolicyFile;
import dev.tend.scoring.policy.Told;
import dev.tend.scoring.policy.Trial;
import dev.tend.scoring.topology.Deadline;
import dev.tend.scoring.topology.Past;
import dev.tend.scoring.topology.ScoringConfig;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Checks, tells and tries policies, for operators. Nothing is adopted by asking. */
@Path("/policy")
@RolesAllowed("operator")
@Singleton
class PolicyResource {
  private static final String YAML = "application/yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final int EXAMPLES = 5;

  private final PolicyInForce inForce;
  private final Past past;
  private final ScoringConfig config;
  private final InstantSource time;

  /** One look into the past at a time: it reads all of it, beside the stream. */
  private final Semaphore looking = new Semaphore(1);

  PolicyResource(PolicyInForce inForce, Past past, ScoringConfig config, InstantSource time) {
    this.inForce = inForce;
    this.past = past;
    this.config = config;
    this.time = time;
  }

  /** What a sound file speaks of. */
  record Checked(int teams, int members) {}

  /** What holds for a member. */
  record Holding(String member, String policy, List<Told> values) {}

  @POST
  @Path("/check")
  @Consumes(YAML)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Check a policy file",
      description = "Tells everything that is wrong in it, each by line, column and path.")
  public Response check(InputStream body, @Context HttpHeaders headers) throws IOException {
    return whenSound(body, headers, policies -> new Checked(policies.teams(), policies.members()));
  }

  @POST
  @Path("/try")
  @Consumes(YAML)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Try a policy on the past",
      description =
          "Judges past invitations with the policy in force and with this one, and tells which verdicts would change."
              + " Nothing is adopted.")
  public Response attempt(
      @QueryParam("since") @Nullable String since,
      @QueryParam("limit") @Nullable String limit,
      InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    var scope = scope(since, limit);
    return whenSound(
        body,
        headers,
        candidate ->
            looking(
                deadline -> {
                  var trial =
                      new Trial(inForce.policies(), candidate, scope.since(), scope.limit());
                  return Trials.on(past, trial, deadline, EXAMPLES);
                }));
  }

  @GET
  @Path("/members/{member}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What holds for a member",
      description = "Every value of the policy in force, with the layer that it comes from.")
  public Response member(@PathParam("member") String id) {
    var member = looking(past::members).get(id);
    if (member == null) {
      throw ProblemException.notFound("Nobody is served under this id.");
    }
    var policies = inForce.policies();
    var told = policies.told(id, member.wishes(), config.answerWithin());
    return Response.ok(Codec.DOOR.write(new Holding(id, policies.of(member).label(), told)))
        .build();
  }

  private Scope scope(@Nullable String since, @Nullable String limit) {
    try {
      return Scope.of(since, limit, time.instant());
    } catch (RefusedException refused) {
      throw ProblemException.invalid(refused.refusal());
    }
  }

  /** Something that reads the past. */
  @FunctionalInterface
  private interface Look<T> {
    T at(Deadline deadline) throws Past.UnknownException;
  }

  private <T> T looking(Look<T> look) {
    if (!looking.tryAcquire()) {
      throw ProblemException.busy(LATER, "Somebody looks into the past already; try again later.");
    }
    try {
      return look.at(Deadline.in(PATIENCE));
    } catch (Past.UnknownException unknown) {
      throw ProblemException.later(LATER, unknown.getMessage() + ".");
    } finally {
      looking.release();
    }
  }

  private static Response whenSound(
      InputStream body, HttpHeaders headers, Function<Policies, Object> answer) throws IOException {
    return switch (PolicyFile.read(BoundedBody.read(body, headers, PolicyFile.LARGEST_BYTES))) {
      case PolicyFile.Sound(var policies) ->
          Response.ok(Codec.DOOR.write(answer.apply(policies))).build();
      case PolicyFile.Faulty(var faults) -> faulty(faults);
    };
  }

  /** A problem as every other, with the place of each error. */
  private static Response faulty(List<Fault> faults) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type(Problem.MEDIA_TYPE)
        .entity(Codec.DOOR.write(FaultyFile.of(faults)))
        .build();
  }
}
