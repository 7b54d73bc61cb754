package dev.sluice.edge.limits.address;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What proxies say of where a request came from: {@code Forwarded} (RFC 7239), or {@code X-Forwarded-For} where there is none.
 * Each proxy appends what it saw, so the last one that no trusted proxy could have been is the client; what stands before
 * that the client may have made up.
 */
final class Hops {
    private static final Pattern FOR =
            Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d+)?|([^:]*):\\d+");

    private Hops() {}

    /** The client that the proxies tell of; null where they tell none, or nothing that can be read. */
    static @Nullable InetAddress client(HttpHeaders headers, Networks proxies) {
        List<String> forwarded = headers.getAll("Forwarded");
        boolean standard = !forwarded.isEmpty();
        String all = String.join(",", standard ? forwarded : headers.getAll("X-Forwarded-For"));
        String[] hops = all.split(",", -1);
        InetAddress last = null;
        for (int i = hops.length - 1; i >= 0; i--) {
            InetAddress hop = address(standard ? node(hops[i]) : hops[i].strip());
            if (hop == null) {
                return last;
            }
            last = hop;
            if (!proxies.contain(hop)) {
                return hop;
            }
        }
        return last;
    }

    private static String node(String hop) {
        Matcher found = FOR.matcher(hop);
        return found.find() ? found.group(1).replace("\"", "").strip() : "";
    }

    /** Only literals: a name would have to be looked up. */
    private static @Nullable InetAddress address(String node) {
        Matcher parts = WITH_PORT.matcher(node);
        String literal = !parts.matches() ? node : parts.group(1) == null ? parts.group(2) : parts.group(1);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(literal);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
