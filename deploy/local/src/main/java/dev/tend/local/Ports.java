package dev.tend.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;

/** The ports of one stack, all on this machine only. */
record Ports(int base) {
  static final int HIGHEST_BASE = 65_535 - Port.values().length;

  /** The number of a port. */
  int of(Port port) {
    return base + port.distance();
  }

  /**
   * Refuses ports that something else listens on.
   *
   * @throws CannotStartException naming the first such port and what it is for
   */
  void requireFree(Set<Port> wanted) throws CannotStartException {
    for (var port : wanted) {
      if (isTaken(of(port))) {
        throw new CannotStartException(
            "Port %d, which is for %s, is in use by another program. Stop that one, or choose other ports with --port-base."
                .formatted(of(port), port.purpose()));
      }
    }
  }

  /** A port that nothing listens on, for what nobody outside needs to find. */
  static int anyFree() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException("this machine has no free port", failed);
    }
  }

  private static boolean isTaken(int port) throws CannotStartException {
    try (var socket = new ServerSocket()) {
      // a port that was closed a moment ago lingers without anybody listening
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (BindException taken) {
      return true;
    } catch (IOException failed) {
      throw new CannotStartException("Port " + port + " cannot be tried: " + failed.getMessage());
    }
  }
}
