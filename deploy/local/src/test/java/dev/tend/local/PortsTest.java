package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void portsAreTheOnesThatTheDesignPromises() {
    var ports = new Ports(8080);

    assertThat(EnumSet.allOf(Port.class))
        .extracting(ports::of)
        .containsExactly(8081, 8082, 8083, 8084, 8085, 8086, 8087);
  }

  @Test
  void aPortInUseIsNamedWithWhatItIsFor() throws IOException {
    try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new Ports(somebody.getLocalPort() - Port.NOTIFY.distance());

      assertThatThrownBy(() -> ports.requireFree(EnumSet.of(Port.NOTIFY)))
          .isInstanceOf(CannotStartException.class)
          .hasMessageStartingWith(
              "Port " + somebody.getLocalPort() + ", which is for notify-service, is in use");
    }
  }

  @Test
  void aPortThatEverybodyMayReachIsInUseToo() throws IOException {
    try (var somebody = new ServerSocket(0)) {
      var ports = new Ports(somebody.getLocalPort() - Port.SMTP.distance());

      assertThatThrownBy(() -> ports.requireFree(EnumSet.of(Port.SMTP)))
          .hasMessageContaining("SMTP");
    }
  }

  @Test
  void freePortsAreFine() throws CannotStartException {
    var ports = new Ports(Ports.anyFree() - Port.IMAP.distance());

    ports.requireFree(EnumSet.of(Port.IMAP));
  }
}
