package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.EnumSet;

/**
 * How much a text reads like a sales pitch, in five languages. A pitch has parts: it offers, it
 * promises, it asks for a call. One part alone may stand in any note; two together make a pitch,
 * and a lure (easy money, coins, forex) is one by itself.
 */
enum Pitch {
  NONE,
  MILD,
  FULL;

  private enum Part {
    OFFER,
    PROMISE,
    CALL,
    LURE
  }

  private static final Phrases<Part> PARTS = Phrases.of(Pitch::fill);

  /** How much of a pitch a text is. */
  static Pitch in(Text text) {
    var found = PARTS.in(text.words());
    if (found.isEmpty()) {
      return NONE;
    }
    var parts = EnumSet.noneOf(Part.class);
    found.forEach(part -> parts.add(part.value()));
    if (parts.contains(Part.LURE) || parts.size() > 1) {
      return FULL;
    }
    return parts.contains(Part.CALL) ? NONE : MILD;
  }

  private static void fill(Phrases.Adding<Part> book) {
    add(
        book,
        Part.OFFER,
        """
        we help companies / we help businesses / we help firms / we help teams / we help organizations / we help organisations / we help * like yours
        we help consultants / we help coaches / we help leaders / i help companies / i help businesses / i help firms / i help consultants
        i help coaches / i help founders / i help entrepreneurs / i help professionals / helping businesses / helping companies / helping consultants
        our platform / our solution / our solutions / our software / our services / our product / our products / our tool / our agency
        we offer / we provide / we specialize in / we specialise in / i offer / i specialize in / i specialise in / we are a leading / we re a leading
        leading provider / award winning / lead generation / appointment setting / outsourcing services / offshore team / dedicated developers
        web design services / seo services / virtual assistants / done for you / our clients get / our clients see
        nous aidons les entreprises / nous aidons les / j aide les / notre plateforme / notre solution / nos solutions / nos services / notre logiciel
        notre agence / nous proposons / nous offrons / notre offre / generation de leads
        wir helfen unternehmen / wir unterstutzen unternehmen / unsere plattform / unsere losung / unsere losungen / unsere software
        unsere dienstleistungen / unsere leistungen / unsere agentur / wir bieten / ich helfe unternehmen / ich helfe * dabei / leadgenerierung
        ayudamos a empresas / ayudamos a las empresas / ayudo a empresas / nuestra plataforma / nuestra solucion / nuestras soluciones
        nuestros servicios / nuestro software / nuestra agencia / ofrecemos / generacion de leads
        ajudamos empresas / ajudo empresas / nossa plataforma / nossa solucao / nossas solucoes / nossos servicos / nosso software
        nossa agencia / oferecemos / geracao de leads
        """);
    add(
        book,
        Part.PROMISE,
        """
        increase revenue / increase your revenue / increase sales / increase your sales / boost your sales / boost revenue / double your
        triple your / scale your business / grow your business / grow your revenue / qualified leads / more leads / new leads / more clients
        more customers / new clients every / roi / return on investment / save time and money / cut costs / cut your costs / reduce costs
        reduce your costs / save up to / guaranteed / guarantee / risk free / no obligation / free trial / free consultation / free audit
        free demo / limited time / special offer / special discount / exclusive offer / fill your pipeline / fill your calendar / 10x / six figure
        seven figure / game changer
        augmenter votre chiffre d affaires / augmenter vos ventes / doubler votre / doubler vos / prospects qualifies / reduire vos couts
        essai gratuit / consultation gratuite / audit gratuit / sans engagement / offre speciale / retour sur investissement / garanti
        mehr umsatz / ihren umsatz / umsatz steigern / neue kunden / qualifizierte leads / mehr leads / kosten senken / kostenlos
        kostenlose / kostenloses / kostenlosen / unverbindlich / garantiert / sonderangebot
        aumentar sus ventas / aumentar tus ventas / aumentar ventas / duplicar sus / duplicar tus / mas clientes / nuevos clientes / reducir costos
        reducir costes / prueba gratuita / prueba gratis / consulta gratuita / sin compromiso / oferta especial / garantizado / garantizados
        aumentar suas vendas / aumentar vendas / dobrar suas / dobrar seu / mais clientes / novos clientes / reduzir custos / teste gratuito
        teste gratis / consultoria gratuita / sem compromisso / oferta especial / garantido / garantidos
        """);
    add(
        book,
        Part.CALL,
        """
        quick call / short call / brief call / 15 minute / 15 minutes / 15 min / 20 minutes / 20 minute / 30 minutes / 30 minute / ten minutes
        fifteen minutes / book a call / book a demo / book a meeting / book a time / schedule a call / schedule a demo / schedule a meeting
        hop on a call / jump on a call / set up a call / request a demo / show you a demo / give you a demo / quick demo / my calendar
        my calendly / calendly / pick a time / your availability / are you available for / open to a chat about how / reply yes / reply with yes
        dm me / send me a message to / click here / sign up / register here / learn more at / interested in learning more
        appel rapide / court appel / 15 minutes / prendre rendez vous / planifier un appel / reserver un creneau / une demo / une demonstration
        kurzes gesprach / kurzer call / kurzes telefonat / 15 minuten / 20 minuten / termin vereinbaren / demo zeigen / eine demo / termin buchen
        llamada rapida / breve llamada / llamada de 15 / 15 minutos / agendar una / programar una llamada / una demostracion / reservar una
        ligacao rapida / chamada rapida / conversa rapida / agendar uma / marcar uma / uma demonstracao
        """);
    add(
        book,
        Part.LURE,
        """
        passive income / financial freedom / make money / earn money / extra income / earn from home / work from home opportunity / forex
        crypto investment / crypto trading / cryptocurrency investment / bitcoin / invest in crypto / trading platform / trading signals
        investment opportunity / guaranteed returns / guaranteed profit / high returns / inheritance / next of kin / million dollars
        lottery / business proposal for you / mutual benefit transaction / network marketing / be your own boss / life changing opportunity
        revenu passif / revenus passifs / liberte financiere / gagner de l argent / opportunite d investissement / heritage de
        passives einkommen / finanzielle freiheit / geld verdienen / nebeneinkommen / investitionsmoglichkeit / krypto
        ingresos pasivos / ingreso pasivo / libertad financiera / ganar dinero / oportunidad de inversion / criptomonedas / ingresos extra
        renda passiva / renda extra / liberdade financeira / ganhar dinheiro / oportunidade de investimento / criptomoedas
        """);
  }

  private static void add(Phrases.Adding<Part> book, Part part, String phrases) {
    for (var phrase : phrases.split("[/\n]", -1)) {
      if (!phrase.isBlank()) {
        book.add(phrase, part);
      }
    }
  }
}
