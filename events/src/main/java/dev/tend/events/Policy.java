package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants from their network.
 *
 * @param stage null when the member leaves it to the firm, whose own default is growing
 * @param unsure null when the member leaves it to the firm, whose own default is to ask
 * @param clients names of companies; so are prospects and companiesOfInterest
 * @param expertise fields in which the member looks for experts
 * @param talent roles for which the member places people
 * @param countries where the member works, ISO 3166-1 alpha-2; when empty, no distance is ever held
 *     against anybody
 * @param blocked people whose invitations are always ignored
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Policy(
    @Nullable Stage stage,
    @Nullable Unsure unsure,
    List<String> companiesOfInterest,
    List<String> rolesAspiredTo,
    List<String> clients,
    List<String> prospects,
    List<String> expertise,
    List<String> talent,
    List<String> countries,
    List<PersonKey> blocked) {

  /** The most that each list holds. */
  public static final int MOST = Checked.ITEMS;

  /** The policy of somebody who has not said anything. */
  public static final Policy DEFAULT =
      new Policy(null, null, null, null, null, null, null, null, null, null);

  public Policy(
      @Nullable Stage stage,
      @Nullable Unsure unsure,
      @Nullable List<String> companiesOfInterest,
      @Nullable List<String> rolesAspiredTo,
      @Nullable List<String> clients,
      @Nullable List<String> prospects,
      @Nullable List<String> expertise,
      @Nullable List<String> talent,
      @Nullable List<String> countries,
      @Nullable List<PersonKey> blocked) {
    this.stage = stage;
    this.unsure = unsure;
    this.companiesOfInterest = Checked.lines("companiesOfInterest", companiesOfInterest);
    this.rolesAspiredTo = Checked.lines("rolesAspiredTo", rolesAspiredTo);
    this.clients = Checked.lines("clients", clients);
    this.prospects = Checked.lines("prospects", prospects);
    this.expertise = Checked.lines("expertise", expertise);
    this.talent = Checked.lines("talent", talent);
    this.countries = countryCodes(countries);
    this.blocked = Checked.list("blocked", blocked);
  }

  private static List<String> countryCodes(@Nullable List<String> countries) {
    var codes =
        Checked.lines("countries", countries).stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .toList();
    for (int i = 0; i < codes.size(); i++) {
      CountryCode.check("countries[" + i + "]", codes.get(i));
    }
    return codes;
  }

  @Override
  public String toString() {
    return "Policy[" + orFirms(stage) + " " + orFirms(unsure) + "]";
  }

  private static String orFirms(@Nullable Object said) {
    return said == null ? "the firm's" : said.toString();
  }
}
