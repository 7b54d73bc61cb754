package dev.sluice.edge.waf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, as a client would send them. */
final class Http {
    private Http() {}

    static byte[] get(String target, String... fields) {
        return request("GET " + target + " HTTP/1.1\r\n", "", fields);
    }

    static byte[] json(String method, String target, String body, String... fields) {
        return request(method + " " + target + " HTTP/1.1\r\nContent-Type: application/json\r\n", body, fields);
    }

    static byte[] form(String target, String body) {
        return request("POST " + target + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", body);
    }

    private static byte[] request(String start, String body, String... fields) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(start).append("Host: 127.0.0.1:8080\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[top.length + bytes.length];
        System.arraycopy(top, 0, whole, 0, top.length);
        System.arraycopy(bytes, 0, whole, top.length, bytes.length);
        return whole;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                case '\r' -> json.append("\\r");
                default -> json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
