package dev.sluice.edge.limits.address;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;

/** Some networks, in CIDR notation. */
final class Networks {
    private final List<IpSubnetFilterRule> rules;

    /** Throws IllegalArgumentException where one is none. */
    Networks(List<String> cidrs) {
        this.rules = cidrs.stream().map(Networks::rule).toList();
    }

    boolean contain(InetAddress address) {
        if (rules.isEmpty()) {
            return false;
        }
        InetSocketAddress any = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(any));
    }

    /** What shares limits with the address: nothing else, or all of its /64, which is what one subscriber gets of IPv6. */
    static String shared(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        return HexFormat.of().formatHex(address.getAddress(), 0, 8) + "/64";
    }

    private static IpSubnetFilterRule rule(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            return new IpSubnetFilterRule(
                    cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)), IpFilterRuleType.ACCEPT);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a network is written like 10.0.0.0/8 or fd00::/8, not " + cidr, e);
        }
    }
}
