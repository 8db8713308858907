package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TongueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | I help people who look for a new path in their career, and the firms that need them
          en | Advising leaders on change, with a focus on the people behind the numbers
          fr | J'accompagne les dirigeants et leurs équipes dans les moments de changement
          fr | Passionnée par les ressources humaines, je conseille des entreprises de toutes tailles
          de | Ich berate Unternehmen bei der Auswahl und Entwicklung von Führungskräften
          de | Mit Freude begleite ich Menschen auf dem Weg zu einer neuen Aufgabe
          es | Ayudo a las empresas a encontrar a las personas que necesitan para crecer
          es | Soy abogada laboralista con más de diez años de experiencia en el sector público
          pt | Ajudo empresas a encontrar as pessoas de que precisam para o seu crescimento
          pt | Sou psicóloga e trabalho com o desenvolvimento de equipes há muitos anos
          it | Aiuto le aziende a trovare le persone di cui hanno bisogno per la loro crescita
          nl | Ik help bedrijven bij het vinden van de mensen die zij nodig hebben om te groeien
          sv | Jag hjälper företag att hitta de människor som behövs för att växa på en svår marknad
          no | Jeg hjelper bedrifter med å finne de menneskene som trengs for å vokse
          pl | Pomagam firmom znaleźć ludzi, których potrzebują, oraz szukam nowych wyzwań na co dzień
          tr | Şirketlerin büyümek için ihtiyaç duyduğu insanları bulmasına yardım ediyorum ve çok seviyorum
          ru | Помогаю компаниям находить людей, которые нужны им для роста
          zh | 我帮助企业找到他们发展所需要的人才和合作伙伴
          ja | 企業の成長に必要な人材を見つけるお手伝いをしています
          ko | 기업이 성장하는 데 필요한 인재를 찾도록 돕습니다 오랜 경험
          ar | أساعد الشركات في العثور على الأشخاص الذين تحتاجهم
          """)
  void isThatOfTheText(String tag, String text) {
    assertThat(Tongue.of(text))
        .hasValueSatisfying(tongue -> assertThat(tongue.tags()).contains(tag));
    assertThat(Tongue.of(text))
        .hasValueSatisfying(tongue -> assertThat(tongue.isAmong(List.of("el"))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hallo Welt",
        "HR | CHRP | Toronto",
        "CEO & Founder | Keynote Speaker | AI, SaaS, FinTech",
        "Senior Software Engineer, Kubernetes, Java, Kafka, PostgreSQL",
        "Vice President Marketing Europe, Middle East, Africa"
      })
  void isNotGuessedWhereATextSaysTooLittle(String text) {
    assertThat(Tongue.of(text)).isEmpty();
  }
}
