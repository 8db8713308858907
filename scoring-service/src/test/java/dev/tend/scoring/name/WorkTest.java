package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Director, People & Culture      | human resources
          HR Business Partner             | human resources
          Responsable RH                  | human resources
          Personalleiterin                | human resources
          Gerente de Recursos Humanos     | human resources
          Senior Software Engineer        | software engineering
          Desenvolvedora Full Stack       | software engineering
          VP, Talent Acquisition          | recruiting
          Executive Coach                 | coaching
          Career Counsellor               | career development
          Chartered Accountant, CPA       | accounting
          Talent Acquisition Partner      | recruiting
          Leiter Personal                 | human resources
          DRH                             | human resources
          Gerente de RH                   | human resources
          Directora de RRHH               | human resources
          Head of Total Rewards           | compensation and benefits
          Career transition consultant    | career development
          Conseillère en transition de carrière | career development
          People Analytics Lead           | human resources
          People Analytics Lead           | data
          HR software salesperson         | sales
          Nursing director                | health care
          Director of Photography         | photography and film
          Chief of Staff                  | chief of staff
          Ingénieur en structures         | civil engineering
          Mechanical Design Engineer      | mechanical engineering
          IT Business Analyst             | information technology
          Addetto contabilità             | accounting
          Chef de marque                  | marketing
          M&A lawyer                      | mergers and acquisitions
          Logistik und Transport          | logistics
          Non-Executive Director          | board governance
          """)
  void aTitleShowsItsField(String title, String field) {
    assertThat(Work.of(title).fields()).contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HR software salesperson         | human resources
          Account Executive, HR Tech      | human resources
          Director of Photography         | general management
          Chief of Staff                  | administration
          Personal Trainer                | human resources
          Owner of a charming pension     | pensions
          Historian, M.A.                 | mergers and acquisitions
          Data Entry Clerk                | data
          Locomotive Engineer             | engineering
          Board Game Director             | board governance
          Nursing director                | general management
          """)
  void aWordOfAnotherFieldMakesNone(String title, String field) {
    assertThat(Work.of(title).fields()).doesNotContain(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Director of Photography          | STAFF
          Chief of Staff                   | DIRECTOR
          Chief Human Resources Officer    | CHIEF
          Assistant Vice President         | DIRECTOR
          Associate Director, HR           | MANAGER
          Leiter Personal                  | DIRECTOR
          DRH                              | DIRECTOR
          Gerente de RH                    | MANAGER
          HR Coordinator                   | STAFF
          Executive Assistant to the CEO   | ENTRY
          Administrative and Office Assistant to the CEO | ENTRY
          Editor-in-Chief                  | DIRECTOR
          Senior Vice President, Marketing | VICE_PRESIDENT
          """)
  void aTitleShowsItsRank(String title, Work.Level rank) {
    assertThat(Work.of(title).level()).isEqualTo(rank);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VP People              | Vice President, People & Culture | true
          VP Human Resources     | Vice President, People & Culture | true
          VP Human Resources     | HR Manager                       | false
          Chief Financial Officer | CFO                             | true
          Chief Financial Officer | Financial Analyst               | false
          HR Director            | Senior HR Director, Americas     | true
          Data Scientist         | Lead Data Scientist              | true
          Software Developer     | Software Engineer                | true
          Product Manager        | Produktmanagerin                 | true
          Product Manager        | Director of Product              | true
          Product Manager        | Product Owner                    | false
          Product Manager        | Product Marketing Manager        | false
          Product Manager        | Production Manager               | false
          CFO                    | Direttore finanziario            | true
          CFO                    | Directeur administratif et financier | true
          CFO                    | Finance Director                 | false
          CHRO                   | DRH                              | true
          Directrice marketing   | Chief Marketing Officer          | true
          Chief Engineer         | Ingénieur en chef                | true
          Chief Engineer         | Locomotive Engineer              | false
          Board Director         | Non-Executive Director           | true
          Board Director         | Independent Director of the Board | true
          Board Director         | Board Game Director              | false
          Chief Operating Officer | Chief of Staff to the COO       | false
          Chief Operating Officer | Directora de operaciones        | true
          Chief Data Officer     | Chief Data & Analytics Officer   | true
          Chief Data Officer     | Head of Data                     | false
          CEO                    | Executive Assistant to the CEO   | false
          CEO                    | Chief Executive Officer          | true
          CHRO                   | Chief Human Resources Officer    | true
          CTO                    | Chief Technology Officer         | true
          CTO                    | Chief Financial Officer          | false
          Head of HR             | Director, People & Culture       | true
          VP HR                  | HR Coordinator                   | false
          VP HR                  | HR Director                      | false
          VP HR                  | CHRO                             | true
          HR Manager             | Directrice des ressources humaines | true
          VP HR                  | Assistant to the VP HR           | false
          HR Director            | Deputy HR Director               | false
          HR Director            | Aspiring HR Director             | false
          HR Director            | Leiterin Personal                | true
          HR Director            | Sales Director, HR Software      | false
          President              | Vice President                   | false
          Director               | Director of Photography          | false
          Director               | Director, Finance                | true
          Vice President         | Assistant Vice President         | false
          Chief People Officer   | Chief of Staff                   | false
          CEO                    | Geschäftsführerin                | true
          Career Coach           | Senior Career Coach              | true
          Career Coach           | Swimming Coach                   | false
          """)
  void aRoleIsItsWordsOrItsFieldAndRank(String wanted, String title, boolean matches) {
    assertThat(Work.matches(wanted, title)).isEqualTo(matches);
  }

  @Test
  void whoIsToBePlacedMayBearAnotherTitleOfTheField() {
    assertThat(Work.fits("Software Developer", "Senior Software Engineer")).isTrue();
    assertThat(Work.fits("Java Developer", "Senior Java Software Engineer")).isTrue();
    assertThat(Work.fits("Java Developer", "Python Developer")).isFalse();
    assertThat(Work.fits("HR Director", "HR Manager")).isFalse();
    assertThat(Work.fits("Accountant", "Software Engineer")).isFalse();
    assertThat(Work.fits("Software Developer", "Recruiter for software developers")).isFalse();
    assertThat(Work.fits("HR Manager", "CHRO")).isFalse();
    assertThat(Work.fits("Civil Engineer", "Ingénieur civil")).isTrue();
    assertThat(Work.fits("Civil Engineer", "Mechanical Engineer")).isFalse();
    assertThat(Work.fits("Data Engineer", "Data Entry Clerk")).isFalse();
    assertThat(Work.fits("Data Engineer", "Data Scientist")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pensions        | Actuary, Pension & Benefits | true
          pensions        | Payroll Specialist          | false
          HR              | Director, People & Culture  | true
          human resources | Talent, people operations   | true
          employment law  | Employment Law and Mediation | true
          employment law  | Employment Lawyer           | true
          employment law  | Tax Lawyer                  | false
          employment law  | Fachanwältin für Arbeitsrecht | true
          pensions        | Owner of a charming pension | false
          logistics       | Logistik und Transport      | true
          mergers and acquisitions | M&A lawyer         | true
          health policy   | Politiques de santé         | true
          """)
  void aTextSpeaksOfAFieldByItsOwnWordsUnlessTheWholeFieldIsMeant(
      String field, String text, boolean speaks) {
    assertThat(Work.speaksOf(field, text)).isEqualTo(speaks);
  }

  @Test
  void whoPaysAndWhoTrainsBothWorkInHumanResources() {
    var rewards = Work.of("Head of Total Rewards").fields();
    assertThat(Work.inCommon(rewards, Work.of("Learning Manager").fields()))
        .containsExactly("human resources");
    assertThat(Work.inCommon(rewards, Work.of("Compensation Analyst").fields()))
        .containsExactly("compensation and benefits");
    assertThat(Work.inCommon(rewards, Work.of("Recruiter").fields()))
        .containsExactly("human resources");
    assertThat(Work.inCommon(rewards, Work.of("Recruiting Sergeant").fields())).isEmpty();
  }

  @Test
  void anIndustryIsTheSameUnderItsOldNameAndInAnotherLanguage() {
    assertThat(Work.industry("Information Technology & Services"))
        .isEqualTo(Work.industry("IT Services and IT Consulting"))
        .isEqualTo(Work.industry("Desarrollo de software"));
    assertThat(Work.industry("Hospital & Health Care"))
        .isEqualTo(Work.industry("Hospitals and Health Care"))
        .isNotEqualTo(Work.industry("Hospitality"));
  }

  @Test
  void anUnknownTitleHasNoField() {
    assertThat(Work.of("Wizard of Light Bulb Moments").fields()).isEmpty();
    assertThat(Work.of("").words()).isEmpty();
    assertThat(Work.matches("Director", "")).isFalse();
  }
}
