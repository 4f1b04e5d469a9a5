// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateNetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "64:ff9b::a00:1"
            })
    void networksOfOthersHousesArePrivate(String address) throws Exception {
        assertThat(PrivateNetworks.hold(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "151.101.1.1", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888"})
    void theOpenInternetIsNot(String address) throws Exception {
        assertThat(PrivateNetworks.hold(InetAddress.getByName(address))).isFalse();
    }

    /** As somebody may write 127.0.0.1 so that it does not look like it. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:10.0.0.1]", "localhost"})
    void aHostIsKnownHoweverItIsWritten(String host) throws Exception {
        assertThat(PrivateNetworks.hold(host)).isTrue();
    }

    @Test
    void aHostWithoutAddressIsUnknown() {
        assertThatThrownBy(() -> PrivateNetworks.hold("nessuno.invalid")).isInstanceOf(UnknownHostException.class);
    }
}
